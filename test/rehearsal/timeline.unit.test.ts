import { describe, expect, it } from '@jest/globals';
import { MOSCOW } from '#domain/body-time';
import { timelineOf } from '#rehearsal';

describe('the timeline', () => {
  it('names no official by id: neither the recipient of a repeated mail nor the key that holds it', () => {
    const repeat = {
      at: Date.UTC(2024, 7, 20, 6),
      act: 'mailRepeat',
      by: null,
      itemNo: '5',
      documentId: null,
      facts: { recipient: 'tikhonov-7', mail: 'ПЛАН-2024|5|reminder|2024-08-23|tikhonov-7' },
    };
    const timeline = timelineOf([repeat], [], MOSCOW);
    expect(timeline).toEqual([
      { at: '2024-08-20T09:00', item: '5', what: 'mailRepeat', who: null, document: null, facts: {} },
    ]);
  });
});
