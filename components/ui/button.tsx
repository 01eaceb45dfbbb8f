import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-on hover:bg-accent-hover",
  secondary: "border-line-strong bg-raised text-ink hover:border-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent-text underline underline-offset-4 hover:bg-accent-soft",
  danger: "border-late bg-raised text-late hover:bg-late-soft",
};

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  icon?: IconName;
  /** Makes it a link that looks like a button. */
  href?: string;
  download?: boolean | string;
  name?: string;
  value?: string;
  /** The id of the form, when the button stands outside of it. */
  form?: string;
  formAction?: string;
  formNoValidate?: boolean;
  /** Why the action is closed. The button stays in place and reachable, does nothing, and says so under itself. */
  closedBecause?: string;
  /** Fills the width: on a phone, or always (in a column of steps). */
  wide?: boolean | "always";
};

/** A verb that finishes the sentence "I want to …". Submits its form unless it is given `href`. */
export function Button(props: ButtonProps) {
  const { children, variant = "primary", icon, href, closedBecause, wide } = props;
  const className = classNames(
    "inline-flex min-control items-center justify-center gap-2 rounded border py-[0.3em] text-center",
    "font-semibold leading-tight transition-[background-color,border-color] cursor-pointer",
    variant === "quiet" ? "-mx-[0.3em] px-[0.3em]" : "px-[0.9em]",
    wide === "always" ? "w-full" : wide && "max-sm:w-full",
    closedBecause
      ? "border-dashed !border-line-strong !bg-transparent !text-quiet no-underline !cursor-not-allowed"
      : looks[variant],
  );
  const onward = icon === "arrow" || icon === "forward";
  const face = (
    <>
      {icon && !onward ? <Icon icon={icon} /> : null}
      <span>{children}</span>
      {icon && onward ? <Icon icon={icon} /> : null}
    </>
  );
  if (closedBecause) return <ClosedButton {...{ className, face }} reason={closedBecause} wide={wide === "always"} />;
  if (href !== undefined) {
    return (
      <a href={href} download={props.download} className={className} data-print="hide">
        {face}
      </a>
    );
  }
  const { name, value, form, formAction, formNoValidate } = props;
  return (
    <button type="submit" {...{ name, value, form, formAction, formNoValidate, className }} data-print="hide">
      {face}
    </button>
  );
}

// aria-disabled instead of disabled: people who use a keyboard must be able to reach the reason.
type ClosedButtonProps = { className: string; face: ReactNode; reason: string; wide: boolean };

function ClosedButton({ className, face, reason, wide }: ClosedButtonProps) {
  return (
    <span
      className={classNames("inline-flex max-w-measure flex-col items-start gap-1", wide && "w-full")}
      data-print="hide"
    >
      <button type="button" aria-disabled="true" className={className}>
        {face}
        <span className="sr-only">: {reason}</span>
      </button>
      <span aria-hidden="true" className="text-small text-quiet">
        {reason}
      </span>
    </span>
  );
}
