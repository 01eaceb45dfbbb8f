import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

export default async function PortalLayout({ params, children }: Props) {
  return <PortalFrame organisation={await portalOf(params)}>{children}</PortalFrame>;
}
