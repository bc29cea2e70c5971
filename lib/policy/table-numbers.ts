/**
 * Where each reader of tables begins to number them, behind the page's own and those drawn with bars (`firstDrawnTable`): two tables of one
 * number would be read as one, and their units go to each other's rows.
 */
export const firstTables = {
  /** `text-tables` */
  text: 2_000_000,
  /** `spaced-tables` */
  spaced: 3_000_000,
  /** `wrapped-rows` */
  wrapped: 4_000_000,
  /** `spaced-lines` */
  spacedLines: 5_000_000,
  /** `stride-tables` */
  stride: 6_000_000,
  /** `records` */
  records: 7_000_000,
} as const;
