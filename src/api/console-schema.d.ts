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
         * @description Takes the tenant's filter language with more fields: status, disabled, locked, type, cloudLifecycleState, passwordChanged, attributes.NAME, and text for free text. Sorts by every field that the list shows. Before the copy is complete, what the tenant itself can answer is asked there; anything else is answered from what has been read, and the answer says so.
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
         * @description Answers from the copy alone; the tenant's own log-in accounts are left out. Sorted by source and name.
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
         * @description An event "index" carries an IndexState, an event "accounts" a ChangedAccounts.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
            /** @description Rises with each change of an account in the copy; absent for identities */
            changes?: number;
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
            /** @description All uncorrelated accounts, as far as they have been read */
            total: number;
            /** @description True while accounts or identities are being read, so that either may be missing */
            partial: boolean;
            index: components["schemas"]["IndexState"];
            identities: components["schemas"]["IndexState"];
        };
        UncorrelatedAccount: {
            account: {
                id: string;
                name: string;
                /** @description Empty where the source has none */
                displayName: string;
                nativeIdentity: string;
                sourceId: string;
                sourceName: string;
                isMachine: boolean;
            };
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
    parameters: never;
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
}
