import { publicProcedure } from '@accord/rpc';
import { z } from 'zod';
import { ChooseLanguageInput } from '../contract/index.ts';

/** The language of this browser's pages and of our sentences, kept in a cookie that ends with the browser. */
export const chooseLanguage = publicProcedure
  .input(ChooseLanguageInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) => {
    ctx.language.choose(input.language);
    return {};
  });
