import { expect, test } from 'vitest';
import { wrap } from '../../reporters/wrap.ts';

/** Cut at every width: no line may end within what belongs together. */
test.each([
  'est à 88 °C.',
  'limite : 24 h.',
  'reste 612 Mio',
  'il y a 3 jours',
  'et 4 × RTX 3070',
  'soit ≈ 12 Gio',
  'à 12 h 30 pile',
  'de 85 % au plus',
])('a figure stays with its unit: %s', (text) => {
  for (let width = 9; width <= text.length; width += 1)
    for (const line of wrap(text, width)) expect(line).not.toMatch(/[≈×]$|^(?:°C|h|Mio|jours|×|%|30)(?![\p{L}\d])/u);
});

test('a figure that counts no unit may end a line', () => {
  expect(wrap('les 12 services', 6)).toEqual(['les 12', 'servic', 'es']);
});
