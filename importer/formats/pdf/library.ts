/** The face of pdf.js that is used here, in the build for programs without a screen. Nothing is drawn, no font and no file is fetched. */
import { VekhaError } from '#domain/errors';
import type { Matrix } from './matrix.js';

interface TextItem {
  readonly str?: string;
  readonly transform: Matrix;
  readonly width: number;
}

export interface PdfPage {
  getViewport(options: { scale: number }): { readonly transform: Matrix };
  getTextContent(): Promise<{ readonly items: readonly TextItem[] }>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
  cleanup(): void;
}

export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

interface Library {
  readonly OPS: Readonly<Record<string, number>>;
  readonly getDocument: (source: object) => { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };
}

/**
 * @param read what is to be learnt of the document; it is closed afterwards
 * @throws VekhaError 'input.damaged'; 'input.forbidden_content' for a password
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  read: (document: PdfDocument, ops: Library['OPS']) => Promise<T>,
): Promise<T> {
  const { getDocument, OPS } = (await import('unpdf/pdfjs')) as unknown as Library;
  const task = getDocument({
    data: Uint8Array.from(bytes), // it is handed over and emptied
    isEvalSupported: false,
    useSystemFonts: true, // of a font that is not inside only the widths matter
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: 0, // pictures are not looked at
    verbosity: 0,
  });
  try {
    return await read(await task.promise, OPS);
  } catch (error) {
    if (error instanceof VekhaError) throw error;
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new VekhaError('input.forbidden_content', 'PDF защищён паролем: сохраните его без пароля.');
    }
    throw new VekhaError('input.damaged', 'PDF повреждён: получите его ещё раз или загрузите распоряжение как .docx.');
  } finally {
    await task.destroy();
  }
}
