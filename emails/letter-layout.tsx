import { Body, Container, Head, Heading, Hr, Html, Link, Text } from "@react-email/components";
import type { Block, Letter } from "./letter";
import { darkInks, look } from "./letter-look";

/** The sheet every letter is written on: serif, 600 px, no image, nothing fetched from anywhere. */
export function LetterLayout(props: { letter: Letter; organisation: string; language: string }) {
  const { letter, organisation, language } = props;
  return (
    <Html lang={language} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.title}</title>
        <style>{darkInks}</style>
      </Head>
      <Body className="ground" style={{ ...look.body, ...look.serif }}>
        <Container className="sheet" style={{ ...look.sheet, ...look.serif }}>
          <Text style={look.organisation}>{organisation}</Text>
          <Text className="quiet" style={look.letterhead}>
            {letter.letterhead}
          </Text>
          <Hr className="rule" style={look.rule} />
          <Heading as="h1" style={look.title}>
            {letter.title}
          </Heading>
          {letter.blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is written once and never reordered
            <BlockLayout key={place} block={block} />
          ))}
        </Container>
      </Body>
    </Html>
  );
}

function BlockLayout({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <Text style={look.paragraph}>{block.text}</Text>;
    case "quiet":
      return (
        <Text className="quiet" style={look.quiet}>
          {block.text}
        </Text>
      );
    case "heading":
      return (
        <Heading as="h2" style={look.heading}>
          {block.text}
        </Heading>
      );
    case "rows":
      return <RowsLayout rows={block.rows} />;
    case "list":
      return (
        <ul style={look.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "action":
      return (
        <Text className={block.quiet ? "quiet" : undefined} style={block.quiet ? look.quiet : look.action}>
          {block.label}
          <br />
          <Link className="link" href={block.url} style={look.link}>
            {block.url}
          </Link>
        </Text>
      );
    case "code":
      return (
        <>
          <Text style={look.paragraph}>{block.label}</Text>
          <Text style={look.code}>{block.code}</Text>
        </>
      );
  }
}

function RowsLayout({ rows }: { rows: Extract<Block, { kind: "rows" }>["rows"] }) {
  return (
    <table style={look.table}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row" align="left" className="quiet" style={{ ...look.label, fontWeight: 400 }}>
              {label}
            </th>
            <td style={look.value}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
