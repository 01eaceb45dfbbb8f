// Stems of the passwords that are tried first. A password made of one or two of them with signs around is refused.
import "server-only";

export const commonWords: ReadonlySet<string> = new Set(
  `a aa aaa abc abcd abcde abcdef abcdefg abcdefgh abcdefghijkl access account admin administrator alexander amanda america
  andrea andrew angel angels anthony apple ashley asdf asdfg asdfgh asdfghjk asdfghjkl august austin baby babygirl bailey
  banana baseball basketball batman beautiful bitcoin blink butterfly cameron charlie cheese chelsea chicken chocolate christian
  claire coffee company compliance computer console cookie correct corvette dallas daniel data database december default dog
  demo destiny dpo dragon dubsmash eagle elephant elizabeth enter example family february fender ferrari flower football
  forever freedom friday friend friends gdpr george ginger god google guest habeas handler harley hannah hello hockey
  horse hottie house hunter iloveu iloveyou internet iverson jackson january jasmine jennifer jessica jesus jordan joseph
  joshua july june justin killer king letmein liverpool lol london love lovely loveme lovers maggie manager march marina
  martin master matrix matthew maverick member mercedes merlin michael michelle microsoft minecraft monday monkey monster
  mustang my myspace naruto new nicole night november number october office oliver one orange pass passphrase passw password
  patrick peanut pepper pokemon portal power precious princess privacy purple q qaz qazwsx qwe qwer qwert qwerty qwertyui
  qwertyuiop qwertyuiopasdf ranger richard robert samantha samsung sarah school secret secure security september shadow silver
  soccer sophie spider spring staple star starwars steelers summer sunday sunshine super superman system taylor temp temporary
  test tester testing thomas thunder tigger tinkerbell trustno trustnoone user victoria welcome whatever william windows
  winter wizard wsx yellow you your zaq zaqxsw zxc zxcv zxcvb zxcvbn zxcvbnm`.split(/\s+/),
);
