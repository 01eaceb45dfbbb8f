import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Streamed titles reach the head only by script; ours must be there without any, "Error:" first of all.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // The optimiser is the framework's most attacked door and we have only our own small marks to show.
  images: { unoptimized: true },
  // Past this the framework cuts a body off in silence, and 10 MB is its own idea. Each door has its limit: lib/web/form-post.ts.
  experimental: { proxyClientMaxBodySize: "110mb" },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "graphile-worker", "nodemailer"],
};

export default createNextIntlPlugin("./lib/web/language.ts")(config);
