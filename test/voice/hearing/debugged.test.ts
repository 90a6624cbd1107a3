import { expect, test } from 'vitest';
import { scratch, startCli } from '../../support/cli.ts';
import { isMissing } from '../../support/voices.ts';

test.skipIf(isMissing('parec'))('a library that is debugged shows nothing of the environment', async () => {
  await using place = await scratch();
  const { result } = startCli(['doctor'], place.folder, { DEBUG: '*', HOME: place.folder, LM_STUDIO_1_KEY: 'canary-5f2a91c7' });
  const { stderr } = await result;
  expect(stderr).toContain('Started recording');
  expect(stderr).not.toContain('canary-5f2a91c7');
});
