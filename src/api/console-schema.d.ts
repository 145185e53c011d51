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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
    responses: never;
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
}
