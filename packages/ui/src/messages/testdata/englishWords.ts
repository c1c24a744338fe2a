/** Words that stand in nearly every English sentence, and in no German or Chinese one. */
const english =
  /\b(?:the|of|and|is|are|has|have|with|without|not|by|to|for|from|than|this|that|these|each|every|it|its|yet|run|runs|best|worse|better|lowest|highest|show|shown|showing|hide|step|steps|value|values|point|points|selected|compare|compared|loading|copy|gap|learning|eval loss|train loss|gradient|search|sort|settings|none|likely|configurations?)\b/giu

/** Returns the English words in a text. */
export function englishWordsIn(text: string): readonly string[] {
  return text.match(english) ?? []
}
