"use client";

import { useEffect } from "react";

const everyMilliseconds = 3000;

/** Looks again by itself while something is under way. Without scripts there is the link beside it. */
export function ReloadSoon() {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), everyMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
