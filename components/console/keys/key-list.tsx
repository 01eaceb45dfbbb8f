import { type ConsoleKey, type KeyPlace, keyName, keyPlaces } from "@/lib/forms/console-keys";

const placeNames: Readonly<Record<KeyPlace, string>> = {
  anywhere: "Anywhere",
  list: "In a list of requests",
  request: "On a request",
};

/** The keys by where they work. */
export function KeyList({ keys, level }: { keys: readonly ConsoleKey[]; level: 2 | 3 }) {
  const Tag = `h${level}` as const;
  return (
    <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
      {keyPlaces.map((place) => (
        <div key={place}>
          <Tag className="mb-1 text-h3 font-semibold">{placeNames[place]}</Tag>
          <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)]">
            {keys
              .filter(({ where }) => where === place)
              .map((key) => (
                <div key={keyName(key)} className="col-span-2 grid grid-cols-subgrid border-t border-line py-1">
                  <dt>
                    <KeyCaps pressed={key} />
                  </dt>
                  <dd>{key.what}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

function KeyCaps({ pressed }: { pressed: ConsoleKey }) {
  const [first = "", second] = keyName(pressed).split(" then ");
  const cap = "rounded border border-line-strong bg-paper px-1.5 font-sans text-small";
  return (
    <>
      <kbd className={cap}>{first}</kbd>
      {second ? (
        <>
          <span className="text-small text-quiet"> then </span>
          <kbd className={cap}>{second}</kbd>
        </>
      ) : null}
    </>
  );
}
