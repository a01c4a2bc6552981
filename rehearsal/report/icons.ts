/** Shapes that stand beside a word, 16 px, one path each, in the colour of the text. They repeat the word and are hidden from readers. */
import { Html } from '#pages';

const PATHS = {
  late: 'M8 1.3 15.4 14.4H.6L8 1.3Zm-.95 4.6.25 4.3h1.4l.25-4.3h-1.9ZM8 11.1a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9Z',
  decide: 'M8 .9 15.1 8 8 15.1.9 8 8 .9Zm0 3.2L4.1 8 8 11.9 11.9 8 8 4.1Z',
  work: 'M8 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4ZM8 3v10A5 5 0 0 0 8 3Z',
  done: 'M6.2 13.4 1.3 8.5l1.5-1.5 3.4 3.4 7-7 1.5 1.5-8.5 8.5Z',
  plan: 'M8 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4ZM8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  wait: 'M8 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4ZM8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Zm-.7 1.6h1.4v3.2l2.2 2.2-1 1-2.6-2.6V4.6Z',
  mail: 'M1.2 3h13.6v10H1.2V3Zm1.9 1.5L8 8.2l4.9-3.7H3.1Zm-.4 1.6v5.4h10.6V6.1L8 10.1 2.7 6.1Z',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): Html {
  return new Html(
    `<svg class="ico" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d="${PATHS[name]}"/></svg>`,
  );
}
