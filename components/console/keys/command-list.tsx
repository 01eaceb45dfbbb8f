import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { type Command, type CommandGroup, groupNames } from "@/lib/forms/console-commands";

const order: readonly CommandGroup[] = ["request", "step", "go", "view", "theme", "help"];

/** The palette's commands as a page, for whoever has no scripts or likes to read. */
export function CommandList({ commands }: { commands: readonly Command[] }) {
  return order.map((group) => {
    const own = commands.filter((command) => command.group === group);
    if (own.length === 0) return null;
    return (
      <Section key={group} title={groupNames[group]} id={`commands-${group}`}>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {own.map((command) => (
            <li key={command.name}>
              {"to" in command ? (
                <TextLink href={command.to} alone>
                  {command.name}
                </TextLink>
              ) : (
                <form method="post" action={command.post}>
                  {Object.entries(command.fields).map(([name, value]) => (
                    <input key={name} type="hidden" name={name} value={value} />
                  ))}
                  <input type="hidden" name="to" value="/console/commands" />
                  <Button variant="quiet">{command.name}</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
