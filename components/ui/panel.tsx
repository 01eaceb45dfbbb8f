import type { ReactNode } from "react";

type PanelProps = {
  title: ReactNode;
  /** What the person should note down: usually "Your reference" and the reference. */
  label?: ReactNode;
  value?: ReactNode;
  children?: ReactNode;
};

/** The end of a journey: it is done, and this is what to keep. Only on pages reached after the commit. */
export function Panel({ title, label, value, children }: PanelProps) {
  return (
    <div className="border-t-4 border-accent bg-accent-soft p-6 sm:p-10 print:border print:p-4">
      <h1 className="max-w-measure text-h1 font-semibold tracking-[-0.015em]">{title}</h1>
      {value ? (
        <p className="mt-5">
          {label ? <span className="block text-quiet">{label}</span> : null}
          <strong className="figures block text-[1.6em] leading-tight font-semibold tracking-[0.04em]">{value}</strong>
        </p>
      ) : null}
      {children ? <div className="mt-4 max-w-measure">{children}</div> : null}
    </div>
  );
}
