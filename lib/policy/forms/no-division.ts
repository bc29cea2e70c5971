/** ☑现场办理 □网上办理: choices of a printed form, no units, however they end. */
export const isToTick = (text: string): boolean => /[☑☒☐□✓✔].*[☑☒☐□✓✔]/.test(text);

/** Persons who hold an office in a group, or came. */
const seats =
  /(?:任|为|担任|兼任)(?:常务)?副?(?:组长|指挥长|总指挥|主任|召集人)(?!单位)|(?:组长|指挥长|总指挥|主任|召集人)由|负责(?:人|同志)等?(?:参加|出席|列席|陪同|为成员)/;

/** 县长任组长，县财政局、县水利局负责人为成员 · 县政府督查室负责人参加: who sits in a group or came to a meeting, and not what they do. */
export const onlySeats = (text: string): boolean => seats.test(text) && !/牵头|主办|配合|负责(?![人同])/.test(text);
