/** What is said around an answer. Never « erreur » nor « non reconnu »: the assistant's router throws such answers away. */
export const conversation = {
  auditingFirst: "Je n'ai pas d'audit récent : j'audite le système.",
  wasStopped: "L'audit a été arrêté.",
  stillPlanned: "Rien n'est en cours. Pour les audits prévus, dites « annule l'audit programmé ».",
  savingLate: "Le rapport n'est pas encore enregistré.",
  unspoken: "L'audit est fait, mais je n'ai pas su le résumer.",
  negated: "D'accord, je ne lance rien.",
  badName: 'Cette conversation a un nom que je ne peux pas retenir.',
  canAsk: 'Je réponds sur le cluster. Dites « audit système », « état du cluster » ou « détaille la sécurité ».',
  plannedWords: ['programm', 'planif', 'prevu', 'automat', 'regulier'],
  /** A time that was said alone, as the sentence that it answers. */
  plans: {
    full: (when: string) => `programme un audit ${when}`,
    quick: (when: string) => `programme un audit rapide ${when}`,
  },
  closing: 'Je suis en train de fermer.',
} as const;
