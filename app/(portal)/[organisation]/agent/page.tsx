import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AgentQuestion, AgentSaid } from "@/components/portal/agent-question";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Sheet } from "@/components/ui/sheet";
import { visitorOf } from "@/lib/auth/visitor";
import { agentAsking } from "@/lib/queries/agent-asking";
import { cookieName } from "@/lib/web/cookies";
import { cameBack, portalOf, readForPage } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<{ said?: string | string[]; again?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("agent.tab"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** Somebody says that they act for the reader. Looking answers nothing; the two buttons do, once. */
export default async function AgentPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug, profile } = organisation;
  const { said } = await searchParams;
  const token = (await cookies()).get(cookieName("habeas_agent"))?.value;
  const visitor = visitorOf(organisation);
  const asking = token ? await readForPage(() => agentAsking(visitor, { organisation, token }, new Date())) : null;
  const t = await getTranslations("portal");
  const mistakes = await saidMistakes(await cameBack(organisation, "agent:answer", searchParams));
  return (
    <Sheet>
      <ErrorSummary mistakes={mistakes} title={t("common.problem")} />
      {asking ? (
        <AgentQuestion slug={slug} organisation={profile.name} {...{ asking, mistakes }} />
      ) : (
        <AgentSaid slug={slug} said={said === "yes" || said === "no" ? said : "dead"} email={profile.contacts.email} />
      )}
    </Sheet>
  );
}
