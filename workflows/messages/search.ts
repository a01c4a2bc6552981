/** Names and types of the search attributes: codes only, never words about people. */
export const SEARCH_KEYS = {
  roadmapCode: { name: 'RoadmapCode', type: 'KEYWORD' },
  itemNo: { name: 'ItemNo', type: 'KEYWORD' },
  itemStatus: { name: 'ItemStatus', type: 'KEYWORD' },
  dueDate: { name: 'DueDate', type: 'DATETIME' },
  waitsFor: { name: 'WaitsFor', type: 'KEYWORD' },
} as const;
