/** What is shown while the user records the commands. */
export const enrolment = {
  intro: (sentences: number, times: number) =>
    `${sentences} commandes, ${times} fois chacune. Parlez comme à l'assistant, puis laissez un silence. Ctrl-C pour arrêter.`,
  learning: "J'apprends les commandes, une fois pour toutes",
  ask: (sentence: string, number: number, total: number) => `${number}/${total}  Dites : « ${sentence} »`,
  flaws: {
    silent: "Je n'ai rien entendu de net. Encore une fois.",
    short: "C'était trop court. Encore une fois.",
    long: "C'était trop long : la phrase seule. Encore une fois.",
    quiet: "C'était trop faible : plus près du micro. Encore une fois.",
    clipped: "C'était trop fort, le son sature : plus loin du micro. Encore une fois.",
    unlike: 'Cela ne ressemble pas aux enregistrements précédents. Encore une fois.',
  },
  restart: (sentence: string) => `Je reprends « ${sentence} » du début.`,
  skip: (sentence: string) => `Je laisse « ${sentence} » : la voix de synthèse reste son modèle.`,
  kept: (recordings: number, sentences: number, file: string) =>
    `${recordings} enregistrements de ${sentences} commandes sont gardés dans ${file} : des empreintes seulement, aucun son, et rien n'a été envoyé. Pour les effacer : jarvis-audit enroll --forget`,
  forgotten: (file: string) => `Les empreintes de votre voix sont effacées (${file}).`,
  nothingToForget: "Il n'y avait aucune empreinte de votre voix.",
  why: {
    nothingKept: "aucun enregistrement n'a pu être gardé",
    noFolder: 'pas de dossier personnel où garder les empreintes : donnez XDG_DATA_HOME',
    notWritten: (file: string, reason: string) => `${file} ne peut pas être écrit (${reason})`,
    notHeard: (reason: string) => `rien ne peut être enregistré (${reason})`,
  },
} as const;
