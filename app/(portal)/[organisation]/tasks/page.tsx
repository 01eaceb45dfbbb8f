import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { TaskAnswerForm } from "@/components/portal/task/task-answer-form";
import { OldTaskLink, TaskDoor, TaskOver } from "@/components/portal/task/task-door";
import { TaskSheet } from "@/components/portal/task/task-sheet";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { currentOwner } from "@/lib/auth/owner";
import { visitorOf } from "@/lib/auth/visitor";
import { countField } from "@/lib/forms/task-answer";
import type { Organisation } from "@/lib/queries/organisation";
import { type OwnerTask, ownerTask, taskLinkStanding } from "@/lib/queries/owner-task";
import { cookieName } from "@/lib/web/cookies";
import { cameBack, keptHere, portalOf, readForPage } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Search = Promise<{ said?: string | string[]; again?: string }>;
type Props = { params: Promise<{ organisation: string }>; searchParams: Search };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("tasks.tab"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title, robots: { index: false } };
}

/** One task for whoever answers for a system: link, then code, then the task. Looking at any of it changes nothing. */
export default async function TaskPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const owner = await readForPage(() => currentOwner(organisation));
  const task = owner && (await readForPage(() => ownerTask(owner, { organisation }, new Date())));
  if (task) return <OpenTask {...{ organisation, task, searchParams }} />;
  const { said } = await searchParams;
  const { slug, profile } = organisation;
  const email = profile.contacts.email;
  const token = (await cookies()).get(cookieName("habeas_task"))?.value;
  const visitor = visitorOf(organisation);
  const standing = token
    ? await readForPage(() => taskLinkStanding(visitor, { organisation, token }, new Date()))
    : ("over" as const);
  const sent = said === "code" || said === "link" ? said : null;
  const mistakes = await saidMistakes(await cameBack(organisation, "task:enter", searchParams));
  const t = await getTranslations("portal.common");
  return (
    <Sheet>
      <ErrorSummary mistakes={mistakes} order={["code"]} title={t("problem")} />
      {said === "thanks" || standing === "over" ? (
        <TaskOver thanks={said === "thanks"} email={email} />
      ) : standing === "old" ? (
        <OldTaskLink slug={slug} sent={sent} />
      ) : (
        <TaskDoor slug={slug} organisation={profile.name} sent={sent} mistakes={mistakes} />
      )}
    </Sheet>
  );
}

type OpenProps = { organisation: Organisation; task: OwnerTask; searchParams: Search };

async function OpenTask({ organisation, task, searchParams }: OpenProps) {
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const kept = await keptHere(organisation, taskForm(task));
  const again = (await searchParams).again !== undefined;
  const mistakes = await saidMistakes(again ? kept : null);
  const order = ["answer", "files", ...task.categories.map(({ id }) => countField(id)), "words"];
  return (
    <>
      <Sheet>
        <ErrorSummary mistakes={mistakes} order={order} title={t("common.problem")} />
        <Heading lead={t("tasks.lead", { organisation: profile.name })}>
          {t("tasks.title", { verb: task.verb, system: task.system })}
        </Heading>
      </Sheet>
      <TaskSheet task={task} profile={profile} />
      <Section title={t("tasks.answerTitle")} id="answer-form">
        <TaskAnswerForm slug={slug} task={task} mistakes={mistakes} values={kept?.values ?? {}} />
      </Section>
    </>
  );
}

function taskForm({ reference, id }: OwnerTask): string {
  return `task:${reference}:${id}`;
}
