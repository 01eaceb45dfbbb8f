import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth";
import { settings } from "@/lib/settings";
import { isOwnPost } from "@/lib/web/origin-check";

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(http: NextRequest, context: Context): Promise<Response> {
  return NextAuth(http, context, nextAuthOptions());
}

/** Only signing out does anything here; it takes the framework's own token and a post from our own pages. */
export async function POST(http: NextRequest, context: Context): Promise<Response> {
  if (!isOwnPost(http.headers, settings().baseUrl)) return new Response(null, { status: 403 });
  return NextAuth(http, context, nextAuthOptions());
}
