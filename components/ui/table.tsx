import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type Column<Row> = {
  key: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The column's word on a slip, where the title is more than text: a link, say. */
  word?: string;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** This column names the row (scope="row"). One per table, usually the first. */
  rowHeader?: boolean;
  /** Stays off paper: selection, actions. */
  screenOnly?: boolean;
  /** Keeps the cell on one line. */
  tight?: boolean;
  /** When the column can be sorted: where to, and how it is sorted now. */
  sort?: { href: string; now?: "ascending" | "descending" };
};

type TableProps<Row> = {
  caption: string;
  /** The caption is said but not shown: a heading beside it already shows it. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the body when there are no rows. */
  empty?: ReactNode;
};

/**
 * A table. On a telephone each row is a slip of its own: its name, then a line for each cell with the column's word
 * before it. What is too wide elsewhere scrolls inside, by keyboard too.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, empty } = props;
  return (
    <section
      className="relative max-w-full overflow-x-auto print:overflow-visible"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={caption}
    >
      <table
        data-slips=""
        className={`w-full border-collapse text-left ${columns.length > 4 ? "sm:min-w-[54rem] print:min-w-0" : ""}`}
      >
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left font-semibold"}>{caption}</caption>
        {/* Columns of nothing say nothing. */}
        <thead className={rows.length === 0 ? "sr-only" : undefined}>
          <tr className="border-b-2 border-ink align-baseline">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line align-baseline hover:bg-sunken">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty ? (
            <tr>
              <td colSpan={columns.length} className="py-2">
                {empty}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

function cellLook<Row>(column: Column<Row>): string {
  return classNames(
    "py-(--cell) pr-4 last:pr-0",
    column.numeric && "figures pr-8 text-right",
    column.tight && "whitespace-nowrap",
    column.screenOnly && "print:hidden",
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort, title } = column;
  return (
    <th scope="col" aria-sort={sort?.now} className={`${cellLook(column)} text-small font-semibold text-quiet`}>
      {sort ? (
        <a href={sort.href} className="inline-flex items-baseline gap-1 py-0.5 hover:text-ink hover:underline">
          {title}
          <span aria-hidden="true">{sort.now === "ascending" ? "▴" : sort.now === "descending" ? "▾" : ""}</span>
        </a>
      ) : (
        title
      )}
    </th>
  );
}

/** What stands before the cell on a slip; nothing where the column has no word. */
function wordOf<Row>({ title, word }: Column<Row>): string | undefined {
  const said = word ?? title;
  return typeof said === "string" && said !== "" ? said : undefined;
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th scope="row" className={`${cellLook(column)} font-semibold`}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td data-column={wordOf(column)} className={cellLook(column)}>
      {column.cell(row)}
    </td>
  );
}
