import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileStatement, correctedField, type Engine, statementMistake } from "./statement";
import type { Verb } from "./system-question";

const identifiers = ["email", "customer_number"];
const mistake = (text: string, verb: Verb = "export", engine: Engine = "postgresql") =>
  statementMistake(text, { engine, verb, identifiers });

describe("V1.2.4: what a register may hold", () => {
  it.each<[string, Verb?, Engine?]>([
    ["select * from customer where email = :email"],
    ["select * from customer where email = :email;", "look_up"],
    ["with mine as (select id from customer where email = :email) select * from bill join mine using (id)"],
    ["select id::text, 'a;b--c /* :no */ $1 ''x''' from \"order;\" where email = :email"],
    ["select last_update, replace(name, 'a', 'b') from `deleted` where email = :email", "export", "mysql"],
    ["select tags ? 'vip', data #>> '{a}' from customer where email = :email"],
    ["delete from customer where email = :email or number = :customer_number", "erase", "mysql"],
    ["update customer set name = :new_name where email = :email", "rectify"],
    ["insert into suppressed (email) values (:email)", "object"],
  ])("%s", (text, verb, engine) => {
    expect(mistake(text, verb, engine)).toBeNull();
  });

  it.each<[string, string, Verb?, Engine?]>([
    ["empty", " ; "],
    ["several", "select 1 from customer where email = :email; drop table customer", "export"],
    ["hidden", "select * from customer -- where email = :email"],
    ["hidden", "select /* */ * from customer where email = :email"],
    ["hidden", "select /*! sleep(9) */ * from customer where email = :email", "export", "mysql"],
    ["hidden", "select * from customer where email = :email # and more", "export", "mysql"],
    ["hidden", "select * from customer where email = ? or email = :email", "export", "mysql"],
    ["hidden", "select * from customer where email = $1 or email = :email"],
    ["hidden", "select $$x$$ from customer where email = :email"],
    ["quotes", "select * from customer where email = ':email"],
    ["quotes", "select 'it\\'s; drop table customer' from customer where email = :email", "export", "mysql"],
    ["quotes", "select \\ from customer where email = :email"],
    ["not_a_select", "delete from customer where email = :email", "look_up"],
    ["not_a_select", "with gone as (delete from customer where email = :email returning *) select * from gone"],
    ["not_a_select", "select * into outfile 'x' from customer where email = :email", "export", "mysql"],
    ["not_a_select", "select * from customer where email = :email for update"],
    ["not_a_select", "(select * from customer where email = :email) union call x", "export"],
    ["counts", "select count(*) from customer where email = :email", "look_up"],
    ["not_a_change", "select forget(:email)", "erase"],
    ["not_a_change", "drop table customer", "erase"],
    ["not_a_change", "5", "erase"],
    ["unknown_parameter", "select * from customer where email = :mail"],
    ["unknown_parameter", "update customer set name = :new_name where email = :email", "erase"],
    ["no_parameter", "delete from customer", "erase"],
    ["no_parameter", "update customer set name = :new_name", "rectify"],
  ])("%s: %s", (which, text, verb, engine) => {
    expect(mistake(text, verb, engine)).toBe(which);
  });
});

describe("compiling", () => {
  it("puts the driver's placeholders where the names stood, and only there", () => {
    const text =
      "select a::text, ':email' from c where email = :email and (number = :customer_number or mail = :email);";
    const names = [{ name: "email" }, { name: "customer_number" }, { name: "email" }];
    const postgresql = compileStatement(text, "postgresql");
    expect(postgresql.text).toBe("select a::text, ':email' from c where email = $1 and (number = $2 or mail = $3)");
    expect(postgresql.parameters).toMatchObject(names);
    expect(compileStatement(text, "mysql").text).toBe(
      "select a::text, ':email' from c where email = ? and (number = ? or mail = ?)",
    );
  });

  it("lets a correction's value be missing inside coalesce alone", () => {
    const text = "update c set a = coalesce( :new_a, a), b = :new_b where email = coalesce(:email, '')";
    expect(compileStatement(text, "postgresql").parameters).toEqual([
      { name: "new_a", optional: true },
      { name: "new_b", optional: false },
      { name: "email", optional: false },
    ]);
    expect([correctedField("new_a"), correctedField("email")]).toEqual(["a", null]);
  });

  it("writes whatever it lets pass as it stood, but for its parameters", () => {
    const word = fc.constantFrom("select ", "'a''b'", '"x"', ":email", "::text", "(", ")", " from t ", ",", "\n", "é");
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join("").trim();
        const { text: compiled, parameters } = compileStatement(text, "mysql");
        let next = 0;
        const back = compiled.replaceAll("?", () => `:${parameters[next++]?.name}`);
        expect(back).toBe(text);
      }),
    );
  });
});
