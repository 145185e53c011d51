// Generated from server/openapi/console.yaml by `npm run api`. Do not edit.

export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who the console acts as, and on which tenant
         * @description Fetches a token where there is none yet, so that refused credentials and a tenant that cannot be reached are known at once. The token itself never leaves the server.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts, from the console's copy of the tenant
         * @description Takes the tenant's filter language with more fields: status, disabled, locked, type, privileged, privilegedEntitlement, cloudLifecycleState, passwordChanged, attributes.NAME, and text for free text. Sorts by every field that the list shows. Before the copy is complete, what the tenant itself can answer is asked there; anything else is answered from what has been read, and the answer says so.
         */
        get: operations["listIndexedAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of attributes that accounts have
         * @description Those of which the copy holds every value; others can be filtered by as well.
         */
        get: operations["listAttributeNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Identities, from the console's copy of the tenant
         * @description Takes the tenant's filter language with more fields: status, lifecycleState, isManager, manager.id, created, modified, attributes.NAME, and text for free text. Before the copy is complete, what the tenant itself can answer is asked there.
         */
        get: operations["listIndexedIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Identities, accounts and sources by what is typed, the best first
         * @description Equal names come first, then those that begin with the text, have a word that does, and have it anywhere; case and accents do not count. Text of one or two characters is the beginning of a name. Nothing is asked of the tenant.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uncorrelated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts that belong to nobody, each with who may own it
         * @description Answers from the copy alone; the tenant's own log-in accounts are left out, and so are those that are marked as no person's. Sorted by source and name.
         */
        get: operations["listUncorrelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uncorrelated/not-persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uncorrelated accounts of which somebody has said that they are no person's
         * @description The marks are every operator's. A mark is of what the source knows an account by, so that it outlives a removal after which the account comes back under another id. It ends when the account has an owner. While the tenant has no such account the mark is not listed; it is forgotten 180 days after it was made.
         */
        get: operations["listNotPersons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uncorrelated/not-persons/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Says that an uncorrelated account is no person's
         * @description Whoever said so first stays named.
         */
        put: operations["markNotPerson"];
        post?: never;
        /** Takes the mark of an account away */
        delete: operations["putBackNotPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every account that matches, as a CSV file
         * @description Streams the whole list in its order, with the columns that are named. What a spreadsheet would take for a formula is written so that it stays text.
         */
        get: operations["exportAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How complete and how fresh the copy is */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks for changes at the tenant now */
        post: operations["refreshIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as server-sent events
         * @description An event "index" carries an IndexState, an event "accounts" a ChangedAccounts, an event "identities" a ChangedIdentities, an event "run" a Run. A new stream begins with the state of the index and with every run that is not over, so that nothing is missed between two streams.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operator's views, by name */
        get: operations["listViews"];
        put?: never;
        /** Saves the state of a list under a name */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a view */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        /** Changes what is named, and leaves the rest */
        patch: operations["changeView"];
        trace?: never;
    };
    "/runs/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an action on a selection would do, before anything is sent
         * @description Freezes the selection to ids and sorts the accounts by what would happen to each. Answers from the console's copy of the tenant; accounts that it lacks are read from the tenant. A plan that is not started is forgotten after a day.
         */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** A plan */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/plans/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** The accounts of a plan, in the order in which they will be sent */
        get: operations["listPlanItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, the newest first */
        get: operations["listRuns"];
        put?: never;
        /**
         * Confirms a plan, and starts it now or later
         * @description A plan is started once: whoever confirms it again is answered with the same run, so that a double click or a lost answer never makes two.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** A run as it stands */
        get: operations["getRun"];
        /**
         * Plans an action on one account and starts it, in one request
         * @description The caller makes the run's id, a UUID. Whoever asks again with the same id is answered with the same run, so that a lost answer never makes two. Of a selection that is not one account nothing is done.
         */
        put: operations["actOnOne"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** The accounts of a run with their verdicts, in the order of sending */
        get: operations["listRunItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** Every account of a run with its verdict, as a CSV file */
        get: operations["exportRunItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends nothing more until it is resumed; what was sent is followed to its verdict */
        post: operations["pauseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on where it was paused */
        post: operations["resumeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends nothing more, ever; what was not sent is said to be so
         * @description What was sent is followed to its verdict, and the run is then cancelled. One that waits for its time is cancelled at once.
         */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends those again that came to no good end, and no others */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plans the inverse of what a run has changed
         * @description Made from the state before: of a run that disabled accounts, only those that were enabled before are enabled again. What cannot be undone is in the plan with the reason. The plan is confirmed as any other.
         */
        post: operations["planUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when, to which account, the newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries that match, as a CSV file */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        RunAction: "aggregate" | "enable" | "disable" | "unlock" | "remove" | "delete" | "correlate" | "reassign" | "uncorrelate" | "enableLogIn" | "disableLogIn" | "edit";
        NewPlan: {
            action: components["schemas"]["RunAction"];
            selection: components["schemas"]["Selection"];
            /** @description Whom correlate and reassign give the accounts to, where rows do not say it for each; no other action has one */
            identityId?: string;
            /** @description What edit gives the accounts, each attribute once; no other action has any */
            attributes?: components["schemas"]["AttributeValue"][];
        };
        AttributeValue: {
            name: string;
            /** @description Text, a number, a flag or a list of texts; null for no such attribute */
            value: unknown;
            /**
             * @description It is told nowhere, and forgotten once the account has its verdict
             * @default false
             */
            isSecret?: boolean;
        };
        /** @description Whom an account is to belong to */
        Target: {
            /** @description Null for nobody */
            identityId: string | null;
            /** @description As the tenant called them when the plan was made; null where it did not say */
            identityName: string | null;
        };
        /** @description Exactly one of accountIds, filters, identityIds and rows */
        Selection: {
            accountIds?: string[];
            /** @description Every account that matches, in the language of /accounts; an empty text stands for all. It is resolved to ids once, when the plan is made. */
            filters?: string;
            /** @description Every account of these identities, or of enableLogIn and disableLogIn their log-in accounts */
            identityIds?: string[];
            /** @description Lines of a file, each of which names one account */
            rows?: components["schemas"]["SelectionRow"][];
            /**
             * Format: date-time
             * @description When the selection was made on screen; what changed since then is counted as drift
             */
            selectedAt?: string;
            /** @description How many accounts the screen said it is */
            expected?: number;
        };
        /** @description An id, or a native identity with its source */
        SelectionRow: {
            /** @description Whom correlate and reassign give this account to; then every row says it */
            identityId?: string;
            line: number;
            id?: string;
            nativeIdentity?: string;
            /** @description The source's id or its name */
            source?: string;
        };
        /**
         * @description willChange and risky are sent, risky with a reason to look twice. alreadySo, notAllowed and unmatched are not.
         * @enum {string}
         */
        PlanGroup: "willChange" | "risky" | "alreadySo" | "notAllowed" | "unmatched";
        PlanCounts: {
            total: number;
            willChange: number;
            risky: number;
            alreadySo: number;
            notAllowed: number;
            unmatched: number;
        };
        /** @description How the selection differs from what the screen showed */
        Drift: {
            /** @description How many accounts the screen said it is; null where it did not say */
            expected: number | null;
            found: number;
            /** @description Accounts that were selected and are there no longer */
            gone: number;
            /** @description Accounts that changed after the selection was made */
            changed: number;
        };
        RunSelection: {
            /** @enum {string} */
            kind: "accounts" | "filters" | "identities" | "rows" | "undo";
            /** @description Null unless the selection was a filter */
            filters: string | null;
        };
        Plan: {
            id: string;
            action: components["schemas"]["RunAction"];
            /** @description Whom all accounts are given to; null where each has its own, or the action has none */
            target: components["schemas"]["Target"] | null;
            /** Format: date-time */
            createdAt: string;
            operator: string;
            selection: components["schemas"]["RunSelection"];
            counts: components["schemas"]["PlanCounts"];
            /** @description Accounts that a run of it would send to, which the confirmation has to name */
            sends: number;
            /** @description Of which sources those are, the most first */
            sources: {
                name: string;
                count: number;
            }[];
            /** @description Whether it is so large that the operator should type the count */
            typeCount: boolean;
            drift: components["schemas"]["Drift"];
            /** @description The run that it would undo */
            undoOf: string | null;
            /** @description The run that it has become; null where it has not been started */
            runId: string | null;
        };
        Reason: {
            /** @enum {string} */
            code: "alreadyEnabled" | "alreadyDisabled" | "notLocked" | "alreadyUncorrelated" | "alreadyOwned" | "provisioned" | "ownedByAnother" | "noLogIn" | "notFlatFile" | "noFeature" | "noLevel" | "noScope" | "unhealthySource" | "logInAccount" | "authoritative" | "machine" | "unknownAccount" | "unknownIdentity" | "ambiguous" | "doubled" | "gone" | "attributesAlready" | "changedSince" | "notChanged" | "cannotUndo";
            /** @description One sentence for the operator */
            text: string;
        };
        PlanItem: {
            /** @description Its place in the order, from 1 on */
            number: number;
            /** @description Null where nothing matched */
            accountId: string | null;
            /** @description Of an account that is not known, what the selection called it */
            name: string;
            nativeIdentity: string;
            sourceId: string;
            sourceName: string;
            /** @description Null where it is uncorrelated */
            identityId: string | null;
            identityName: string | null;
            disabled: boolean;
            locked: boolean;
            /** @description Whom it is given to; null where the action gives it to nobody else */
            target: components["schemas"]["Target"] | null;
            /** @description What it gets; null where the action changes none */
            attributes: components["schemas"]["AttributeValue"][] | null;
            group: components["schemas"]["PlanGroup"];
            reason: components["schemas"]["Reason"] | null;
            /** @description Of the file that it came from */
            line: number | null;
        };
        PlanItems: {
            items: components["schemas"]["PlanItem"][];
            total: number;
        };
        RunOfOne: {
            /** @description Null where nothing was sent */
            run: components["schemas"]["Run"] | null;
            /** @description Why nothing was sent; null where something was */
            kept: components["schemas"]["Reason"] | null;
        };
        NewRun: {
            planId: string;
            /** @description How many accounts the operator was told, the plan's sends less those left out */
            count: number;
            /** @default false */
            leaveOutRisky?: boolean;
            threshold?: components["schemas"]["Threshold"];
            /**
             * Format: date-time
             * @description When it starts; now where it is absent
             */
            startAt?: string;
        };
        /** @description Pauses the run by itself; absent stands for 20 % of the last 50, percent 0 for never */
        Threshold: {
            /** @description Failed ones of the last verdicts, from which on it pauses */
            percent: number;
            /** @description How many of the last verdicts are looked at; before so many there is no pause */
            of: number;
        };
        /**
         * @description cancelling is a run that sends nothing more and follows what was sent; finished and cancelled are over, though failed items of either can be tried again.
         * @enum {string}
         */
        RunState: "scheduled" | "running" | "paused" | "cancelling" | "finished" | "cancelled";
        /**
         * @description planned, sent and accepted are on their way. done was confirmed by reading the account again; notConfirmed was accepted, and the account did not show it; skipped was so already; notSent was cancelled before.
         * @enum {string}
         */
        RunItemState: "planned" | "sent" | "accepted" | "done" | "failed" | "notConfirmed" | "skipped" | "notSent";
        RunCounts: {
            total: number;
            planned: number;
            sent: number;
            accepted: number;
            done: number;
            failed: number;
            notConfirmed: number;
            skipped: number;
            notSent: number;
        };
        /** @description Why nothing is sent at the moment although the run goes on */
        RunWait: {
            /** @enum {string} */
            for: "limit" | "tenant" | "otherRun";
            /** @description For how long, as far as is known */
            ms: number;
            text: string;
        };
        Run: {
            id: string;
            /** @description Rises with each run */
            number: number;
            action: components["schemas"]["RunAction"];
            /** @description Whom all accounts are given to; null where each has its own, or the action has none */
            target: components["schemas"]["Target"] | null;
            state: components["schemas"]["RunState"];
            /** @description Why it is paused, in one sentence; null where it is not */
            reason: string | null;
            operator: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was told to start; null for at once
             */
            startAt: string | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            selection: components["schemas"]["RunSelection"];
            undoOf: string | null;
            counts: components["schemas"]["RunCounts"];
            threshold: components["schemas"]["Threshold"] | null;
            wait: components["schemas"]["RunWait"] | null;
            /** @description Verdicts in a second, lately; null before there are enough to tell */
            perSecond: number | null;
            secondsLeft: number | null;
            /** @description Calls to the tenant that it has taken, reads among them */
            calls: number;
            /** @description What can be asked of it now */
            can: ("pause" | "resume" | "cancel" | "retry" | "undo")[];
            /** @description Of a run of one account, that account */
            accountId: string | null;
            accountName: string | null;
        };
        Runs: {
            items: components["schemas"]["Run"][];
            total: number;
        };
        /** @description What of an account the actions change */
        AccountState: {
            /** @description Null for nobody, and where it was not kept */
            identityName: string | null;
            /** @description Null where that was not kept */
            manuallyCorrelated: boolean | null;
            disabled: boolean;
            locked: boolean;
            identityId: string | null;
            /** @description Those that the run is about; absent where it is about none */
            attributes?: components["schemas"]["AttributeValue"][];
        };
        RunItem: {
            /** @description Its place in the run, by which it is known there */
            number: number;
            accountId: string;
            name: string;
            nativeIdentity: string;
            sourceId: string;
            sourceName: string;
            identityId: string | null;
            identityName: string | null;
            state: components["schemas"]["RunItemState"];
            /** @description What the tenant said, or why the console says so */
            words: string | null;
            /** @description By which the tenant's operators find the request */
            trackingId: string | null;
            taskId: string | null;
            /** @description Of the tenant's last answer to it; null where none came */
            status: number | null;
            /** @description Whom it is given to; null where the action gives it to nobody else */
            target: components["schemas"]["Target"] | null;
            /** @description How often it was sent */
            attempts: number;
            /** @description Read from the tenant just before it was sent */
            before: components["schemas"]["AccountState"] | null;
            /** @description As it was read last; null where it was not, or is gone */
            after: components["schemas"]["AccountState"] | null;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            settledAt: string | null;
        };
        RunItems: {
            items: components["schemas"]["RunItem"][];
            total: number;
        };
        Retry: {
            states: ("failed" | "notConfirmed" | "notSent")[];
        };
        AuditEntry: {
            /** @description Rises with each entry */
            id: number;
            /** Format: date-time */
            at: string;
            event: components["schemas"]["AuditEvent"];
            operator: string;
            runId: string;
            runNumber: number;
            action: components["schemas"]["RunAction"];
            /** @description Accounts that it is about; null for an entry of one account */
            count: number | null;
            accountId: string | null;
            accountName: string | null;
            sourceName: string | null;
            before: components["schemas"]["AccountState"] | null;
            after: components["schemas"]["AccountState"] | null;
            words: string | null;
            trackingId: string | null;
        };
        /**
         * @description The first seven are of a run, the others the verdict of one account
         * @enum {string}
         */
        AuditEvent: "runScheduled" | "runStarted" | "runPaused" | "runResumed" | "runCancelled" | "runRetried" | "runFinished" | "done" | "failed" | "notConfirmed" | "skipped" | "notSent";
        AuditEntries: {
            items: components["schemas"]["AuditEntry"][];
            total: number;
        };
        /** @enum {string} */
        ViewedList: "accounts" | "identities";
        View: {
            id: string;
            list: components["schemas"]["ViewedList"];
            name: string;
            /** @description The query of the list's address, without the question mark */
            query: string;
            /** @description Whether the navigation shows it */
            pinned: boolean;
            /** @description Whether the list opens with it; true for one view of a list at most */
            isDefault: boolean;
        };
        NewView: {
            list: components["schemas"]["ViewedList"];
            /** @description 80 characters at most, other than every name in the list but for its case */
            name: string;
            /** @description 4,000 characters at most */
            query: string;
            /** @default false */
            pinned?: boolean;
            /** @default false */
            isDefault?: boolean;
        };
        ViewChange: {
            name?: string;
            query?: string;
            pinned?: boolean;
            /** @description Where true, the default before it is one no longer */
            isDefault?: boolean;
        };
        IndexState: {
            /** @description Whether every account of the tenant has been read */
            complete: boolean;
            /** @description Accounts in the copy */
            read: number;
            /** @description Accounts that the tenant counted; null until it has */
            total: number | null;
            /**
             * Format: date-time
             * @description When the copy was last known to equal the tenant
             */
            asOf: string | null;
            /** @description Why it is not up to date, in one sentence; null where it is */
            problem: string | null;
            /** @description Rises with each change in the copy, of an account or, for identities, of one */
            changes?: number;
            /** @description The same of identities, beside the state of the accounts */
            identityChanges?: number;
            entitlements?: components["schemas"]["EntitlementState"];
        };
        /** @description What is known of the entitlements that the accounts in the copy have, and so of which accounts are privileged; absent for identities */
        EntitlementState: {
            /** @description Entitlements of which it is known whether they are privileged */
            known: number;
            /** @description Entitlements that accounts are known to have */
            total: number;
            /** @description Whether it is known of every account if it has a privileged entitlement */
            complete: boolean;
            /** @description Accounts in the copy of which it is not known */
            unknown: number;
            /** @description What the tenant said where it does not tell; null where it does */
            problem: string | null;
        };
        ChangedIdentities: {
            /** @description Identities that are new, changed or gone, 100 at most */
            ids: string[];
            /** @description Whether others changed as well */
            more: boolean;
        };
        ChangedAccounts: {
            /** @description Accounts that are new, changed or gone, 100 at most */
            ids: string[];
            /** @description Whether others changed as well */
            more: boolean;
        };
        Facet: {
            field: string;
            /** @description The most frequent values, the most frequent first: 50 of an attribute, 500 of any other field */
            values: {
                /** @description null counts the accounts without a value */
                value: (string | boolean) | null;
                count: number;
                /** @description What the value is called, where the value is an id */
                label?: string;
            }[];
            /** @description Accounts with a value that is not listed */
            other: number;
        };
        IndexedAccounts: {
            /** @description Accounts as the tenant answers them */
            items: {
                [key: string]: unknown;
            }[];
            /** @description All that match; of what has been read where the copy is not complete */
            total: number;
            facets: components["schemas"]["Facet"][];
            /** @description True where no index serves a condition, so that only a part was looked at */
            bounded: boolean;
            /** @description True where the copy is not complete and answered, so that accounts may be missing */
            partial: boolean;
            index: components["schemas"]["IndexState"];
            /** @description Which of the items a run is changing, or is to change; absent where none is */
            pending?: components["schemas"]["PendingAccount"][];
        };
        PendingAccount: {
            accountId: string;
            action: components["schemas"]["RunAction"];
        };
        IndexedIdentities: {
            /** @description Identities as the tenant answers them, each with the number of its accounts; null while the accounts are still being read */
            items: ({
                accounts: number | null;
            } & {
                [key: string]: unknown;
            })[];
            total: number;
            facets: components["schemas"]["Facet"][];
            /** @description True where no index serves a condition, so that only a part was looked at */
            bounded: boolean;
            /** @description True where the answer is of what has been read so far */
            partial: boolean;
            index: components["schemas"]["IndexState"];
        };
        UncorrelatedAccounts: {
            items: components["schemas"]["UncorrelatedAccount"][];
            /** @description All uncorrelated accounts that are not marked, as far as they have been read */
            total: number;
            /** @description True while accounts or identities are being read, so that either may be missing */
            partial: boolean;
            index: components["schemas"]["IndexState"];
            identities: components["schemas"]["IndexState"];
        };
        NotPersons: {
            items: components["schemas"]["NotPerson"][];
            total: number;
            /** @description True while accounts are being read, so that some may be missing */
            partial: boolean;
        };
        NotPerson: {
            account: components["schemas"]["ShownAccount"];
            /** @description The operator's name */
            markedBy: string;
            /** Format: date-time */
            markedAt: string;
        };
        ShownAccount: {
            id: string;
            name: string;
            /** @description Empty where the source has none */
            displayName: string;
            nativeIdentity: string;
            sourceId: string;
            sourceName: string;
            isMachine: boolean;
            /** @description Whether its source makes identities, so that an owner counts for more */
            authoritative: boolean;
        };
        UncorrelatedAccount: {
            account: components["schemas"]["ShownAccount"];
            /** @description Five at most, the best first */
            suggestions: components["schemas"]["OwnerSuggestion"][];
            /** @description Whether the second suggestion is about as good as the first */
            isAmbiguous: boolean;
            /** @description Whether the first suggestion may be accepted without another look */
            isClear: boolean;
        };
        OwnerSuggestion: {
            identity: {
                id: string;
                name: string;
                alias: string;
                email: string;
            };
            score: number;
            /** @description What says so, the strongest first; what speaks against it is last */
            evidence: components["schemas"]["OwnerEvidence"][];
        };
        OwnerEvidence: {
            /** @enum {string} */
            kind: "email" | "employeeNumber" | "login" | "name";
            /** @description The value at the account */
            account: string;
            /** @description The value at the identity */
            identity: string;
            /** @description 1 where they are equal; 0 where they differ and so speak against each other */
            similarity: number;
        };
        SearchAnswer: {
            identities: components["schemas"]["IdentityHits"];
            accounts: components["schemas"]["AccountHits"];
            sources: components["schemas"]["SourceHits"];
        };
        IdentityHits: {
            items: components["schemas"]["IdentityHit"][];
            /** @description All that match, as far as they are counted */
            total: number;
            /** @description Whether there are more than were counted */
            more: boolean;
            /** @description False while the copy is being read, so that some may be missing */
            complete: boolean;
        };
        AccountHits: {
            items: components["schemas"]["AccountHit"][];
            /** @description All that match, as far as they are counted */
            total: number;
            /** @description Whether there are more than were counted */
            more: boolean;
            /** @description False while the copy is being read, so that some may be missing */
            complete: boolean;
        };
        SourceHits: {
            items: components["schemas"]["SourceHit"][];
            /** @description All that match, as far as they are counted */
            total: number;
            /** @description Whether there are more than were counted */
            more: boolean;
            /** @description False while the copy is being read, so that some may be missing */
            complete: boolean;
        };
        /** @description The attribute that shows the text, where no other field does */
        FoundIn: {
            field: string;
            value: string;
        } | null;
        IdentityHit: {
            id: string;
            name: string;
            alias: string;
            email: string;
            status: string | null;
            lifecycleState: string | null;
            found: components["schemas"]["FoundIn"];
        };
        AccountHit: {
            id: string;
            name: string;
            nativeIdentity: string;
            sourceName: string;
            identityName: string | null;
            disabled: boolean;
            locked: boolean;
            uncorrelated: boolean;
            found: components["schemas"]["FoundIn"];
        };
        SourceHit: {
            id: string;
            name: string;
            type: string | null;
            /** @description null while the accounts are still being read */
            accounts: number | null;
        };
        Session: {
            tenant: {
                /** @description First label of the tenant's host name, or "Embedded tenant" */
                name: string;
                baseUrl: string;
                /** @description True where this process brought the tenant along */
                embedded: boolean;
            };
            operator: {
                /** @description The user name in the token, else the client id */
                name: string;
                /** @description User levels found in the token, for example ORG_ADMIN; empty where it names none */
                userLevels: string[];
                /** @description Scopes found in the token; empty where it names none */
                scopes: string[];
            };
        };
        ErrorResponseDto: {
            detailCode?: string;
            trackingId?: string;
            messages?: components["schemas"]["ErrorMessageDto"][];
            causes?: components["schemas"]["ErrorMessageDto"][];
        };
        ErrorMessageDto: {
            locale?: string | null;
            /** @enum {string|null} */
            localeOrigin?: "DEFAULT" | "REQUEST" | null;
            text?: string;
        };
    };
    responses: {
        /** @description The run as it stands now. */
        OneRun: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Run"];
            };
        };
        /** @description What was asked for cannot be read; the text says why. */
        BadRun: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description There is no such plan or run. */
        NoRun: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description As things stand it is not possible: the count differs from the plan's, the run is over, or there is nothing to do; the text says which. */
        RunConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The tenant does not say who the console acts as; the text says why. */
        NoOperator: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The name or the query cannot be used; the text says why. */
        BadView: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The operator has no such view. */
        NoView: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The operator has a view of that name in the list, or as many views as there may be. */
        ViewConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
    };
    parameters: {
        runId: string;
        itemLimit: number;
        itemOffset: number;
        /** @description Part of the account's name, native identity, id, source or identity, or of what the tenant said */
        itemSearch: string;
        /** @description Only entries of this run */
        auditRun: string;
        /** @description Only entries of this account */
        auditAccount: string;
        /** @description Only entries of accounts that belonged to this identity when it was planned */
        auditIdentity: string;
        auditAction: components["schemas"]["RunAction"];
        /** @description Only these kinds of entries, separated by commas */
        auditEvents: string;
        /** @description Not before this time */
        auditFrom: string;
        /** @description Before this time */
        auditTo: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant answered and took the credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The tenant refused the credentials or cannot be reached; the text says which. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
        };
    };
    listIndexedAccounts: {
        parameters: {
            query?: {
                filters?: string;
                sorters?: string;
                limit?: number;
                offset?: number;
                /** @description Names of fields, separated by commas, of which the values are counted */
                facets?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the accounts that match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexedAccounts"];
                };
            };
            /** @description The filter or a sorter cannot be read; the text says where and why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
        };
    };
    listAttributeNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The names in the order of the alphabet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
        };
    };
    listIndexedIdentities: {
        parameters: {
            query?: {
                filters?: string;
                sorters?: string;
                limit?: number;
                offset?: number;
                /** @description Names of fields, separated by commas, of which the values are counted */
                facets?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the identities that match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexedIdentities"];
                };
            };
            /** @description The filter or a sorter cannot be read; the text says where and why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
            /** @description The tenant does not let the operator list identities. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
                /** @description Of each kind */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A few of each kind, and how many there are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
        };
    };
    listUncorrelated: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the accounts, with up to five suggestions each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UncorrelatedAccounts"];
                };
            };
        };
    };
    listNotPersons: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the marked accounts, the last one first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotPersons"];
                };
            };
        };
    };
    markNotPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotPerson"];
                };
            };
            /** @description The index has no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
            /** @description The account belongs to somebody, or there are too many marks; the text says which. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
            502: components["responses"]["NoOperator"];
        };
    };
    putBackNotPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is to be done again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The account is not marked. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
        };
    };
    exportAccounts: {
        parameters: {
            query?: {
                filters?: string;
                sorters?: string;
                /** @description Names of columns, separated by commas; attributes.NAME is one too */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; the header X-Total-Count says how many rows it has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The filter, a sorter or a column cannot be read; the text says which and why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
            /** @description The copy is not complete yet, so that rows would be missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponseDto"];
                };
            };
        };
    };
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the copy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexState"];
                };
            };
        };
    };
    refreshIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way; the events tell when it is done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexState"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that does not end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: {
                /** @description Only those of one list */
                list?: components["schemas"]["ViewedList"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every view that the operator has saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"][];
                };
            };
            502: components["responses"]["NoOperator"];
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description It is saved. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadView"];
            409: components["responses"]["ViewConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NoView"];
            502: components["responses"]["NoOperator"];
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChange"];
            };
        };
        responses: {
            /** @description It is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadView"];
            404: components["responses"]["NoView"];
            409: components["responses"]["ViewConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlan"];
            };
        };
        responses: {
            /** @description The plan, of which nothing has been sent. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["BadRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan as it was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            404: components["responses"]["NoRun"];
        };
    };
    listPlanItems: {
        parameters: {
            query?: {
                /** @description Only those of one group */
                group?: components["schemas"]["PlanGroup"];
                /** @description Part of the account's name, native identity, id, source or identity, or of what the tenant said */
                q?: components["parameters"]["itemSearch"];
                limit?: components["parameters"]["itemLimit"];
                offset?: components["parameters"]["itemOffset"];
            };
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanItems"];
                };
            };
            404: components["responses"]["NoRun"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Only those in one of these states, separated by commas */
                states?: string;
                limit?: components["parameters"]["itemLimit"];
                offset?: components["parameters"]["itemOffset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runs"];
                };
            };
            400: components["responses"]["BadRun"];
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRun"];
            };
        };
        responses: {
            /** @description It had been started before; this is that run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description It is under way, or waits for its time. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRun"];
            404: components["responses"]["NoRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            404: components["responses"]["NoRun"];
        };
    };
    actOnOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlan"];
            };
        };
        responses: {
            /** @description It had been started before, or there is nothing to send. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOfOne"];
                };
            };
            /** @description It is under way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOfOne"];
                };
            };
            400: components["responses"]["BadRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    listRunItems: {
        parameters: {
            query?: {
                /** @description Only those in one of these states, separated by commas */
                states?: string;
                /** @description Part of the account's name, native identity, id, source or identity, or of what the tenant said */
                q?: components["parameters"]["itemSearch"];
                limit?: components["parameters"]["itemLimit"];
                offset?: components["parameters"]["itemOffset"];
            };
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunItems"];
                };
            };
            400: components["responses"]["BadRun"];
            404: components["responses"]["NoRun"];
        };
    };
    exportRunItems: {
        parameters: {
            query?: {
                /** @description Only those in one of these states, separated by commas */
                states?: string;
                /** @description Part of the account's name, native identity, id, source or identity, or of what the tenant said */
                q?: components["parameters"]["itemSearch"];
            };
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; the header X-Total-Count says how many rows it has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRun"];
            404: components["responses"]["NoRun"];
        };
    };
    pauseRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneRun"];
            404: components["responses"]["NoRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    resumeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneRun"];
            404: components["responses"]["NoRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneRun"];
            404: components["responses"]["NoRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retry"];
            };
        };
        responses: {
            200: components["responses"]["OneRun"];
            400: components["responses"]["BadRun"];
            404: components["responses"]["NoRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    planUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, of which nothing has been sent. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            404: components["responses"]["NoRun"];
            409: components["responses"]["RunConflict"];
            502: components["responses"]["NoOperator"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Only entries of this run */
                run?: components["parameters"]["auditRun"];
                /** @description Only entries of this account */
                account?: components["parameters"]["auditAccount"];
                /** @description Only entries of accounts that belonged to this identity when it was planned */
                identity?: components["parameters"]["auditIdentity"];
                action?: components["parameters"]["auditAction"];
                /** @description Only these kinds of entries, separated by commas */
                events?: components["parameters"]["auditEvents"];
                /** @description Not before this time */
                from?: components["parameters"]["auditFrom"];
                /** @description Before this time */
                to?: components["parameters"]["auditTo"];
                /** @description Part of the account's name, native identity, id, source or identity, or of what the tenant said */
                q?: components["parameters"]["itemSearch"];
                limit?: components["parameters"]["itemLimit"];
                offset?: components["parameters"]["itemOffset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One window of the entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            400: components["responses"]["BadRun"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description Only entries of this run */
                run?: components["parameters"]["auditRun"];
                /** @description Only entries of this account */
                account?: components["parameters"]["auditAccount"];
                /** @description Only entries of accounts that belonged to this identity when it was planned */
                identity?: components["parameters"]["auditIdentity"];
                action?: components["parameters"]["auditAction"];
                /** @description Only these kinds of entries, separated by commas */
                events?: components["parameters"]["auditEvents"];
                /** @description Not before this time */
                from?: components["parameters"]["auditFrom"];
                /** @description Before this time */
                to?: components["parameters"]["auditTo"];
                /** @description Part of the account's name, native identity, id, source or identity, or of what the tenant said */
                q?: components["parameters"]["itemSearch"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; the header X-Total-Count says how many rows it has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRun"];
        };
    };
}
