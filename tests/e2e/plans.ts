/** A plan of two items, of which a unit leads the first; told from others by its number. */
export const plan = (n: number, unit: string): string =>
  [
    `临澜县第${n}号重点工作任务分工方案`,
    '一、重点任务',
    `1.排查第${n}批重点路段。六月底前完成县乡道路排查，逐处登记造册。`,
    `牵头单位：${unit}`,
    `2.备足第${n}批抢险物资。在北部三个乡镇设立物资点，由专人管理。`,
    '牵头单位：县应急管理局',
    '临澜县人民政府办公室',
  ].join('\r\n\r\n');
