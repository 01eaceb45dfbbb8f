import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** Not there and not yours look alike. */
export default function ConsoleNotFound() {
  return (
    <ErrorState title="Not found" actions={<Button href="/console">Go to the requests</Button>}>
      <p>There is no such page here, or your role does not include it. Check the reference, or search for it above.</p>
    </ErrorState>
  );
}
