import * as z from 'zod/mini';

/** What is wrong with an input, in English; zod's small build has no words of its own. For `safeParse`. */
export const inEnglish = { error: z.locales.en().localeError };
