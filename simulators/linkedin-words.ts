/** What the simulated LinkedIn says when it refuses. */
import type { FilmAnswer } from './film-stage.ts';

const CODES: Readonly<Record<number, string>> = {
  ...{ 400: 'ILLEGAL_ARGUMENT', 401: 'INVALID_ACCESS_TOKEN', 403: 'ACCESS_DENIED', 404: 'NOT_FOUND', 422: 'UNPROCESSABLE_ENTITY' },
};

export const linkedInFault = (
  status: number,
  code = CODES[status] ?? 'SERVER_ERROR',
  message = `Simulated: ${code}`,
  serviceErrorCode?: number,
): FilmAnswer => ({
  status,
  body: { status, code, message, ...(serviceErrorCode === undefined ? {} : { serviceErrorCode }) },
});

/** Of one field of what was sent. */
export const inputFault = (status: number, code: string, description: string): FilmAnswer => ({
  status,
  body: {
    ...{ status, message: description, errorDetailType: 'com.linkedin.common.error.BadRequest' },
    errorDetails: { inputErrors: [{ description, code, input: { inputPath: { fieldPath: '' } } }] },
  },
});
