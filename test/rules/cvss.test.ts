import { expect, test } from 'vitest';
import { rules } from '../../skill/rules/all.ts';
import { VECTORS } from '../../skill/rules/cvss.ts';

const VECTOR = /^CVSS:3\.1\/AV:[NALP]\/AC:[LH]\/PR:[NLH]\/UI:[NR]\/S:[UC]\/C:[HLN]\/I:[HLN]\/A:[HLN]$/;

test.each(Object.entries(VECTORS))('%s has a whole base vector, and is a rule', (code, vector) => {
  expect(vector).toMatch(VECTOR);
  expect(rules.map((rule) => rule.code)).toContain(code);
});
