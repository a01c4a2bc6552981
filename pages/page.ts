/** The frame of a page: head, stylesheet and body in one file that fetches nothing. Pure. */
import { html, Html } from './html.js';
import { STYLE } from './style.js';

/** @param style what this page adds to the common one. @returns a whole HTML page in Russian, well-formed as XML too */
export function page({
  title,
  style,
  body,
}: {
  readonly title: string;
  readonly style: string;
  readonly body: Html;
}): string {
  return html`<!DOCTYPE html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Веха</title>
        <style>
          ${new Html(STYLE + style)}
        </style>
      </head>
      <body>
        <main class="page">${body}</main>
      </body>
    </html> `.markup;
}
