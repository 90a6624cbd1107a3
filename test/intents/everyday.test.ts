import { describe, expect, it } from 'vitest';
import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { createMatcher } from '../../intents/matcher.ts';

const match = createMatcher(DEFAULT_NODES);

describe('what people say to one another all day is nobody’s request, even while we talk', () => {
  it.each([
    "qu'est-ce qu'on fait ce week-end",
    'on fait quoi ce soir',
    'on fait quoi après le film',
    'on fait comment pour y aller',
    'que faire quand il pleut',
    'on va où cet été',
    'y a quelque chose à faire ce soir',
    'on peut faire quelque chose samedi',
    "qu'est-ce que je peux faire pour toi",
    "comment on s'en sort avec les enfants",
    'ils ont gagné hier soir',
    'ils ont perdu samedi',
    'on a perdu la dernière fois',
    'qui a gagné hier soir',
    "on s'est vus la semaine dernière",
    "c'était mieux avant",
    "j'étais mieux avant",
    'il était mieux avant',
    'tu vas mieux depuis hier',
    "il fait meilleur qu'hier",
    'je fais quoi à manger',
    'on fait quoi à manger ce soir',
    'il reste quoi à manger',
    "qu'est-ce que je prépare pour les invités",
    'lequel de vous deux vient',
    'et puis quoi encore',
    'tant pis pour lui',
    "pourquoi c'est si cher",
    'recommence ton dessin',
    'bonne nuit',
    'super, merci, bonne nuit',
  ])('%s', (sentence) => {
    expect(match(sentence, 'active').intent).toBe('none');
    expect(match(sentence, 'idle').intent).toBe('none');
  });
});

it.each([
  'elle a gagné la dernière fois',
  "c'est différent de la dernière fois ?",
  "le taux de change entre l'euro et le dinar, il a bougé depuis hier ?",
  "ma voiture est passée au contrôle complet, c'était quoi le résultat ?",
  "qu'est-ce qui s'est passé hier",
  'ça a bougé depuis hier',
])('« %s » is about anything at all until something of ours is named', (sentence) => {
  expect(match(sentence, 'idle').intent).toBe('none');
});

describe('what was said before can be asked for at another time, while we talk', () => {
  it.each<[string, Record<string, string>]>([
    ['refais-le tous les jours', { every: 'day' }],
    ['recommence demain à huit heures', { date: 'tomorrow', at: '08:00' }],
    ['fais pareil tous les lundis', { every: 'monday' }],
  ])('%s', (sentence, slots) => {
    expect(match(sentence, 'active')).toMatchObject({ intent: 'schedule', slots });
    expect(match(sentence, 'idle').intent).toBe('none');
  });

  it.each([
    'ne le refais pas demain',
    'ne recommence pas tous les jours',
    'inutile de le refaire lundi',
    'relance M2 demain à huit heures',
  ])('« %s » plans nothing', (sentence) => {
    expect(match(sentence, 'active').intent).toBe('none');
  });
});

it.each(['lesquels ?', 'lesquelles ?', 'lequel ?', "c'est lesquels ?"])('« %s » asks for more, while we talk', (sentence) => {
  expect(match(sentence, 'active').intent).toBe('details');
  expect(match(sentence, 'idle').intent).toBe('none');
});

it('of two days to compare with, the later one said counts', () => {
  const { intent, slots } = match("qu'est-ce qui a changé depuis hier, non attends, depuis mardi, sur le cluster ?", 'idle');
  expect({ intent, ...slots }).toEqual({ intent: 'compare', since: 'tuesday' });
});

it.each(['relance M2 tout de suite, il est planté', 'M1 ne répond plus, redémarre-le', 'éteins M3, il chauffe trop'])(
  'an order that we never obey is refused whatever is told beside it: %s',
  (sentence) => {
    expect(match(sentence, 'idle')).toMatchObject({ intent: 'none', reason: 'refused' });
  },
);
