/** What the intake's answers are called at the desk: the key of an answer → its question in a word or two. */
export const askedWords: Readonly<Record<string, string>> = {
  wrong: "What is wrong",
  right: "What it should say",
  extent: "How much",
  part: "Which part",
  format: "Format",
  use: "Which use",
  situation: "Their situation",
  ground: "Why",
  about: "About which data",
  what: "What",
  when: "When",
  decision: "Which decision",
  view: "Their view",
  authority: "May act because",
  wish: "In their words",
  request: "As taken down",
};
