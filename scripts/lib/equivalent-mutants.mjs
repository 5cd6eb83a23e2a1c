/** Mutants that cannot be told from the rule itself, each with the reason. */
export const EQUIVALENT = [];
