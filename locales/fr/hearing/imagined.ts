/**
 * Sentences that models of the Whisper family write where nobody spoke: what stood under the films that they learned from. As one
 * normalises them: lower case, no accents, words alone. One that ends in … is only how it begins.
 */
export const imagined: readonly string[] = [
  'sous titres…',
  'sous titrage…',
  'sous titre…',
  'par soustitreur…',
  'merci',
  'merci a tous',
  'merci beaucoup',
  'merci d avoir regarde…',
  'merci de votre attention',
  'merci de votre ecoute',
  'merci pour votre ecoute',
  'merci pour votre attention',
  'n oubliez pas de vous abonner…',
  'n hesitez pas a vous abonner…',
  'abonnez vous…',
  'a bientot',
  'a la prochaine',
  'au revoir',
  'a tres bientot',
  'traduction par…',
  'transcription par…',
  'musique',
  'musique douce',
  'applaudissements',
  'rires',
];
