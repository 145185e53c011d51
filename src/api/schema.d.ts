// Generated from server/openapi/isc-v2024.yaml by `npm run api`. Do not edit.

export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description One page of the accounts of all sources, the log-in accounts of the tenant included.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Create an account
         * @description Adds an account record. `attributes.sourceId` names the source; the source's identity attribute is needed too. Where the source already has an account with that native identity, the call updates it.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description The whole record of one account.
         */
        get: operations["getAccount"];
        /**
         * Replace the attributes of an account
         * @description Flat file sources only. Attributes that the body leaves out become null.
         */
        put: operations["putAccount"];
        post?: never;
        /**
         * Delete an account
         * @description Flat file sources only. Deletes the record that the tenant keeps.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change parts of an account
         * @description A JSON Patch. `/identityId` and `/manuallyCorrelated` may change on every source, `/attributes` only on flat file sources.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/accounts/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entitlements of an account
         * @description One page of the entitlements that the account holds.
         */
        get: operations["getAccountEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Aggregate one account
         * @description Reads the account anew from its source.
         */
        post: operations["submitReloadAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an account
         * @description Starts a task that enables the account on its source.
         */
        post: operations["enableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description Starts a task that disables the account on its source.
         */
        post: operations["disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock an account
         * @description Starts a task that unlocks the account on its source.
         */
        post: operations["unlockAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove an account
         * @description Starts a task that removes the record; the source is not touched, so the next aggregation brings the account back.
         */
        post: operations["deleteAccountAsync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/classify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Classify an account as human or machine
         * @description Decides anew whether the account belongs to a program or a device. An account that somebody has classified by hand stays so unless the mode is another than `default`.
         */
        post: operations["sendClassifyMachineAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/search-attribute-config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the searchable attributes
         * @description The account attributes that are searchable, a page of them.
         */
        get: operations["getSearchAttributeConfig"];
        put?: never;
        /**
         * Make an attribute searchable
         * @description Gives a searchable attribute its name, and says of each source by its id which account attribute it stands for. The name is used once only.
         */
        post: operations["createSearchAttributeConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/search-attribute-config/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one searchable attribute
         * @description One searchable attribute by its name. Where there is none of that name, there is nothing to send.
         */
        get: operations["getSingleSearchAttributeConfig"];
        put?: never;
        post?: never;
        /**
         * Stop an attribute from being searchable
         * @description Forgets one searchable attribute.
         */
        delete: operations["deleteSearchAttributeConfig"];
        options?: never;
        head?: never;
        /**
         * Change a searchable attribute
         * @description A JSON Patch that may change `/name`, `/displayName` and `/applicationAttributes`.
         */
        patch: operations["patchSearchAttributeConfig"];
        trace?: never;
    };
    "/identities-accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable the log-in of one identity
         * @description Enables the identity's own account in the tenant. Accounts on other sources stay as they are.
         */
        post: operations["enableAccountForIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities-accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable the log-in of one identity
         * @description Disables the identity's own account in the tenant. Accounts on other sources stay as they are.
         */
        post: operations["disableAccountForIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities-accounts/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable the log-ins of identities
         * @description As for one identity, with a verdict for each id that was sent.
         */
        post: operations["enableAccountsForIdentities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities-accounts/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable the log-ins of identities
         * @description As for one identity, with a verdict for each id that was sent.
         */
        post: operations["disableAccountsForIdentities"];
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
         * List identities
         * @description One page of identities. Those that stand only for an uncorrelated account are left out unless `defaultFilter` is NONE.
         */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an identity
         * @description The whole record of one identity.
         */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description One page of the sources that the caller may see.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a source
         * @description The whole record of one source.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/load-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Aggregate the accounts of a source
         * @description Starts an aggregation. A flat file source takes the CSV `file` as its new content; a direct source is read by its connector.
         */
        post: operations["importAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/task-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description One page of the tasks that have ended; below `/task-status/v1` those that have not are among them.
         */
        get: operations["getTaskStatusList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/task-status/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a task
         * @description How far one task is, and how it ended.
         */
        get: operations["getTaskStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description A JSON Patch that ends a stuck task: `/completionStatus` and `/completed`.
         */
        patch: operations["updateTaskStatus"];
        trace?: never;
    };
    "/entitlements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entitlement
         * @description The whole record of one entitlement.
         */
        get: operations["getEntitlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/task-status/pending-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List running tasks
         * @description One page of the tasks that wait or run. Where there are none at all, there is nothing to send.
         */
        get: operations["getPendingTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count running tasks
         * @description The headers of the list of running tasks, without its rows.
         */
        head: operations["getPendingTaskHeaders"];
        patch?: never;
        trace?: never;
    };
    "/account-aggregations/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an aggregation
         * @description How far an aggregation is, by the id of its task. It counts what is new, changed or gone since the one before, not all that was read, and can be asked for until an hour after the end.
         */
        get: operations["getAccountAggregationStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{sourceId}/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the schemas of a source
         * @description What the accounts and entitlements of a source are made of.
         */
        get: operations["getSourceSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth-users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log-in settings of an identity
         * @description How a person logs in to the tenant, and what they may do there.
         */
        get: operations["getAuthUser"];
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
        AccessModelMetadata: {
            key?: string;
            name?: string;
            /** @default false */
            multiselect?: boolean;
            status?: string;
            type?: string;
            objectTypes?: string[];
            description?: string;
            values?: {
                value?: string;
                name?: string;
                status?: string;
            }[];
        };
        Account: components["schemas"]["BaseCommonDto"] & {
            sourceId: string;
            sourceName: string | null;
            /** @description The identity that holds the account; an uncorrelated account has a hidden one */
            identityId?: string;
            /** @description Lifecycle state of the identity, not of the account */
            cloudLifecycleState?: string | null;
            /** @description State of the identity, not of the account */
            identityState?: string | null;
            /** @description `direct` or `file`, a property of the source */
            connectionType?: string | null;
            /**
             * @description True where the account belongs to a program or a device
             * @default false
             */
            isMachine?: boolean;
            recommendation?: components["schemas"]["Recommendation"] | null;
            /** @description The attributes as the source gave them */
            attributes: {
                [key: string]: unknown;
            } | null;
            authoritative: boolean;
            description?: string | null;
            /** @description True where the account cannot be used on its source */
            disabled: boolean;
            /** @description True where the source has locked the account, after too many wrong passwords for example */
            locked: boolean;
            /** @description Id of the account on its source */
            nativeIdentity: string;
            /** @description True for the log-in account of the tenant itself */
            systemAccount: boolean;
            /** @description True where no person was found for the account */
            uncorrelated: boolean;
            uuid?: string | null;
            /** @description True where somebody chose the identity by hand */
            manuallyCorrelated: boolean;
            /** @description True where the account holds at least one entitlement */
            hasEntitlements: boolean;
            identity?: {
                id?: string;
                /** @enum {string} */
                type?: "IDENTITY";
                name?: string;
            };
            sourceOwner?: {
                id?: string;
                /** @enum {string} */
                type?: "IDENTITY";
                name?: string;
            } | null;
            /** @description What the source can do, comma-separated */
            features?: string | null;
            /**
             * @description AGGREGATED where the account was found on the source, PROVISIONED where the tenant made it
             * @enum {string|null}
             */
            origin?: "AGGREGATED" | "PROVISIONED" | null;
            ownerIdentity?: components["schemas"]["BaseReferenceDto"] | null;
        };
        AccountAggregationStatus: {
            /**
             * Format: date-time
             * @description When the aggregation started; null while it waits
             */
            start?: string | null;
            /**
             * @description STARTED while accounts are read, ACCOUNTS_COLLECTED while they are worked on, COMPLETED at the end, CANCELLED where somebody ended it, TERMINATED where it failed
             * @enum {string}
             */
            status?: "STARTED" | "ACCOUNTS_COLLECTED" | "COMPLETED" | "CANCELLED" | "RETRIED" | "TERMINATED" | "NOT_FOUND";
            /**
             * Format: int32
             * @description New, changed and gone accounts, as far as they are known
             */
            totalAccounts?: number;
            /**
             * Format: int32
             * @description How many of those have been worked on
             */
            processedAccounts?: number;
            /**
             * Format: int32
             * @description Accounts that are no longer on the source
             */
            totalAccountsMarkedForDeletion?: number;
            /**
             * Format: int32
             * @description How many of those have been deleted
             */
            deletedAccounts?: number;
            /**
             * Format: int32
             * @description Identities that have to be refreshed
             */
            totalIdentities?: number;
            /**
             * Format: int32
             * @description How many of those have been refreshed
             */
            processedIdentities?: number;
        };
        AccountAttributes: {
            attributes: {
                [key: string]: unknown;
            };
        };
        AccountAttributesCreate: {
            attributes: {
                sourceId: string;
            } & {
                [key: string]: string;
            };
        };
        AccountToggleRequest: {
            /** @description An outside process that confirms the change first */
            externalVerificationId?: string;
            /** @description Send the change to the source although the record already says so */
            forceProvisioning?: boolean;
        };
        AccountUnlockRequest: {
            /** @description An outside process that confirms the change first */
            externalVerificationId?: string;
            /** @description Unlock the log-in account of the identity as well */
            unlockIDNAccount?: boolean;
            /** @description Send the unlock to the source although the record says that the account is not locked */
            forceProvisioning?: boolean;
        };
        AccountsAsyncResult: {
            id: string;
        };
        AdditionalOwnerRef: {
            /** @enum {string} */
            type?: "IDENTITY" | "GOVERNANCE_GROUP";
            id?: string;
            name?: string | null;
        };
        AttributeDefinition: {
            name?: string;
            /** @description What the source calls the attribute, where that is another name */
            nativeName?: string | null;
            type?: components["schemas"]["AttributeDefinitionType"];
            /** @description The schema that the values stand for; null where they are plain values */
            schema?: {
                /** @enum {string} */
                type?: "CONNECTOR_SCHEMA";
                id?: string;
                name?: string;
            } | null;
            description?: string;
            /**
             * @description True where it can hold several values
             * @default false
             */
            isMulti?: boolean;
            /**
             * @description True where each value is an entitlement
             * @default false
             */
            isEntitlement?: boolean;
            /**
             * @description True where the values stand for objects that have a schema of their own
             * @default false
             */
            isGroup?: boolean;
        };
        /** @enum {string} */
        AttributeDefinitionType: "STRING" | "LONG" | "INT" | "BOOLEAN" | "DATE";
        AuthUser: {
            /** @description Name of the tenant */
            tenant?: string;
            /** @description Id of the identity */
            id?: string;
            /** @description The name that the person logs in with */
            uid?: string;
            /** @description Id of the rules that the log-in follows */
            profile?: string;
            /** @description Employee number */
            identificationNumber?: string | null;
            email?: string | null;
            phone?: string | null;
            workPhone?: string | null;
            personalEmail?: string | null;
            firstname?: string | null;
            lastname?: string | null;
            displayName?: string;
            alias?: string;
            /**
             * Format: date-time
             * @description When the password of the log-in account was last changed
             */
            lastPasswordChangeDate?: string | null;
            /**
             * Format: int64
             * @description Milliseconds since 1970
             */
            lastLoginTimestamp?: number;
            /**
             * Format: int64
             * @description Milliseconds since 1970
             */
            currentLoginTimestamp?: number;
            /**
             * Format: date-time
             * @description Null where the log-in account was never locked
             */
            lastUnlockTimestamp?: string | null;
            /** @description What the person may administer; null for nothing */
            capabilities?: ("CERT_ADMIN" | "CLOUD_GOV_ADMIN" | "CLOUD_GOV_USER" | "HELPDESK" | "ORG_ADMIN" | "REPORT_ADMIN" | "ROLE_ADMIN" | "ROLE_SUBADMIN" | "SAAS_MANAGEMENT_ADMIN" | "SAAS_MANAGEMENT_READER" | "SOURCE_ADMIN" | "SOURCE_SUBADMIN" | "das:ui-administrator" | "das:ui-compliance_manager" | "das:ui-auditor" | "das:ui-data-scope" | "sp:aic-dashboard-read" | "sp:aic-dashboard-write" | "sp:ui-config-hub-admin" | "sp:ui-config-hub-backup-admin" | "sp:ui-config-hub-read")[] | null;
        };
        BaseCommonDto: {
            readonly id?: string;
            name: string | null;
            /** Format: date-time */
            readonly created?: string;
            /** Format: date-time */
            readonly modified?: string;
        };
        BaseReferenceDto: {
            type?: components["schemas"]["DtoType"];
            id?: string;
            name?: string;
        };
        BulkIdentitiesAccountsResponse: {
            id?: string;
            /**
             * Format: int32
             * @description The status that a call for this identity alone would have had
             */
            statusCode?: number;
            message?: string;
        };
        /** @enum {string} */
        DtoType: "ACCOUNT_CORRELATION_CONFIG" | "ACCESS_PROFILE" | "ACCESS_REQUEST_APPROVAL" | "ACCOUNT" | "APPLICATION" | "CAMPAIGN" | "CAMPAIGN_FILTER" | "CERTIFICATION" | "CLUSTER" | "CONNECTOR_SCHEMA" | "ENTITLEMENT" | "GOVERNANCE_GROUP" | "IDENTITY" | "IDENTITY_PROFILE" | "IDENTITY_REQUEST" | "MACHINE_IDENTITY" | "LIFECYCLE_STATE" | "PASSWORD_POLICY" | "ROLE" | "RULE" | "SOD_POLICY" | "SOURCE" | "TAG" | "TAG_CATEGORY" | "TASK_RESULT" | "REPORT_RESULT" | "SOD_VIOLATION" | "ACCOUNT_ACTIVITY" | "WORKGROUP";
        Entitlement: {
            id?: string;
            name?: string;
            attribute?: string;
            value?: string;
            sourceSchemaObjectType?: string;
            description?: string | null;
            /** @default false */
            privileged?: boolean;
            /** @default false */
            cloudGoverned?: boolean;
            /** @default false */
            requestable?: boolean;
            owner?: {
                id?: string;
                /** @enum {string} */
                type?: "IDENTITY";
                name?: string;
            } | null;
            additionalOwners?: components["schemas"]["AdditionalOwnerRef"][] | null;
            manuallyUpdatedFields?: {
                [key: string]: unknown;
            } | null;
            accessModelMetadata?: {
                attributes?: components["schemas"]["AccessModelMetadata"][];
            };
            /** Format: date-time */
            created?: string;
            /** Format: date-time */
            modified?: string;
            source?: {
                id?: string;
                type?: string;
                name?: string;
            };
            attributes?: {
                [key: string]: unknown;
            };
            segments?: string[] | null;
            directPermissions?: components["schemas"]["PermissionDto"][];
        };
        ErrorMessageDto: {
            locale?: string | null;
            localeOrigin?: components["schemas"]["LocaleOrigin"];
            text?: string;
        };
        ErrorResponseDto: {
            detailCode?: string;
            trackingId?: string;
            messages?: components["schemas"]["ErrorMessageDto"][];
            causes?: components["schemas"]["ErrorMessageDto"][];
        };
        IdentitiesAccountsBulkRequest: {
            identityIds?: string[];
        };
        Identity: {
            readonly id?: string;
            name: string;
            /** Format: date-time */
            readonly created?: string;
            /** Format: date-time */
            readonly modified?: string;
            alias?: string;
            emailAddress?: string | null;
            /** @enum {string|null} */
            processingState?: "ERROR" | "OK" | null;
            /** @enum {string} */
            identityStatus?: "UNREGISTERED" | "REGISTERED" | "PENDING" | "WARNING" | "DISABLED" | "ACTIVE" | "DEACTIVATED" | "TERMINATED" | "ERROR" | "LOCKED";
            managerRef?: {
                /** @enum {string} */
                type?: "IDENTITY";
                id?: string;
                name?: string;
            } | null;
            /** @default false */
            isManager?: boolean;
            /** Format: date-time */
            lastRefresh?: string;
            attributes?: Record<string, never>;
            lifecycleState?: components["schemas"]["LifecycleStateDto"] | null;
        };
        JsonPatchOperation: {
            /** @enum {string} */
            op: "add" | "remove" | "replace" | "move" | "copy" | "test";
            path: string;
            value?: string | boolean | number | Record<string, never> | (string | number | Record<string, never>)[];
        };
        LifecycleStateDto: {
            stateName: string;
            manuallyUpdated: boolean;
        };
        LoadAccountsTask: {
            /** @default true */
            success?: boolean;
            task?: {
                id?: string;
                type?: string;
                name?: string;
                description?: string;
                launcher?: string;
                /** Format: date-time */
                created?: string;
                /** Format: date-time */
                launched?: string | null;
                /** Format: date-time */
                completed?: string | null;
                /** @enum {string|null} */
                completionStatus?: "SUCCESS" | "WARNING" | "ERROR" | "TERMINATED" | "TEMP_ERROR" | null;
                parentName?: string | null;
                messages?: {
                    /** @enum {string} */
                    type?: "INFO" | "WARN" | "ERROR";
                    /** @default false */
                    error?: boolean;
                    /** @default false */
                    warning?: boolean;
                    key?: string;
                    localizedText?: string;
                }[];
                progress?: string | null;
                attributes?: {
                    appId?: string;
                    optimizedAggregation?: string;
                } & {
                    [key: string]: Record<string, never>;
                };
                returns?: {
                    displayLabel?: string;
                    attributeName?: string;
                }[];
            };
        };
        /** @enum {string|null} */
        LocaleOrigin: "DEFAULT" | "REQUEST" | null;
        LocalizedMessage: {
            locale: string;
            message: string;
        } | null;
        ManagerCorrelationMapping: {
            accountAttributeName?: string;
            identityAttributeName?: string;
        };
        PermissionDto: {
            readonly rights?: string[];
            readonly target?: string;
        };
        Recommendation: {
            /** @enum {string} */
            type: "HUMAN" | "MACHINE";
            /** @enum {string} */
            method: "DISCOVERY" | "SOURCE" | "CRITERIA";
        };
        Schema: {
            id?: string;
            /** @description `account`, or the object type of an entitlement */
            name?: string;
            /** @description What the source calls such an object */
            nativeObjectType?: string;
            /** @description The attribute that tells one object from all others */
            identityAttribute?: string;
            /** @description The attribute that people know an object by */
            displayAttribute?: string;
            /** @description The attribute that names the objects above this one; null where there is no order */
            hierarchyAttribute?: string | null;
            /**
             * @description True where permissions are read with the objects
             * @default false
             */
            includePermissions?: boolean;
            features?: components["schemas"]["SourceFeature"];
            configuration?: Record<string, never>;
            attributes?: components["schemas"]["AttributeDefinition"][];
            /** Format: date-time */
            created?: string;
            /** Format: date-time */
            modified?: string | null;
        };
        SearchAttributeConfig: {
            /** @description What the searchable attribute is called; no two have the same name */
            name?: string;
            /** @description The name that people see */
            displayName?: string;
            /** @description The account attribute on each source, by the id of the source */
            applicationAttributes?: Record<string, never>;
        };
        Source: {
            readonly id?: string;
            name: string;
            description?: string;
            owner: {
                /** @enum {string} */
                type?: "IDENTITY";
                id?: string;
                name?: string;
            } | null;
            cluster?: {
                /** @enum {string} */
                type: "CLUSTER";
                id: string;
                name: string;
            } | null;
            accountCorrelationConfig?: {
                /** @enum {string} */
                type?: "ACCOUNT_CORRELATION_CONFIG";
                id?: string;
                name?: string;
            } | null;
            accountCorrelationRule?: {
                /** @enum {string} */
                type?: "RULE";
                id?: string;
                name?: string;
            } | null;
            managerCorrelationMapping?: components["schemas"]["ManagerCorrelationMapping"] | null;
            managerCorrelationRule?: {
                /** @enum {string} */
                type?: "RULE";
                id?: string;
                name?: string;
            } | null;
            beforeProvisioningRule?: {
                /** @enum {string} */
                type?: "RULE";
                id?: string;
                name?: string;
            } | null;
            schemas?: {
                /** @enum {string} */
                type?: "CONNECTOR_SCHEMA";
                id?: string;
                name?: string;
            }[];
            passwordPolicies?: {
                /** @enum {string} */
                type?: "PASSWORD_POLICY";
                id?: string;
                name?: string;
            }[] | null;
            features?: components["schemas"]["SourceFeature"];
            type?: string;
            connector: string;
            connectorClass?: string;
            connectorAttributes?: Record<string, never>;
            /** Format: int32 */
            deleteThreshold?: number;
            /** @default false */
            authoritative?: boolean;
            managementWorkgroup?: {
                /** @enum {string} */
                type?: "GOVERNANCE_GROUP";
                id?: string;
                name?: string;
            } | null;
            /** @default false */
            healthy?: boolean;
            /** @enum {string} */
            status?: "SOURCE_STATE_ERROR_ACCOUNT_FILE_IMPORT" | "SOURCE_STATE_ERROR_CLUSTER" | "SOURCE_STATE_ERROR_SOURCE" | "SOURCE_STATE_ERROR_VA" | "SOURCE_STATE_FAILURE_CLUSTER" | "SOURCE_STATE_FAILURE_SOURCE" | "SOURCE_STATE_HEALTHY" | "SOURCE_STATE_UNCHECKED_CLUSTER" | "SOURCE_STATE_UNCHECKED_CLUSTER_NO_SOURCES" | "SOURCE_STATE_UNCHECKED_SOURCE" | "SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS";
            since?: string;
            connectorId?: string;
            connectorName?: string;
            connectionType?: string;
            connectorImplementationId?: string;
            /** Format: date-time */
            created?: string;
            /** Format: date-time */
            modified?: string;
            /** @default false */
            credentialProviderEnabled?: boolean;
            /** @default null */
            category?: string | null;
        };
        SourceFeature: ("AUTHENTICATE" | "COMPOSITE" | "DIRECT_PERMISSIONS" | "DISCOVER_SCHEMA" | "ENABLE" | "MANAGER_LOOKUP" | "NO_RANDOM_ACCESS" | "PROXY" | "SEARCH" | "TEMPLATE" | "UNLOCK" | "UNSTRUCTURED_TARGETS" | "SHAREPOINT_TARGET" | "PROVISIONING" | "GROUP_PROVISIONING" | "SYNC_PROVISIONING" | "PASSWORD" | "CURRENT_PASSWORD" | "ACCOUNT_ONLY_REQUEST" | "ADDITIONAL_ACCOUNT_REQUEST" | "NO_AGGREGATION" | "GROUPS_HAVE_MEMBERS" | "NO_PERMISSIONS_PROVISIONING" | "NO_GROUP_PERMISSIONS_PROVISIONING" | "NO_UNSTRUCTURED_TARGETS_PROVISIONING" | "NO_DIRECT_PERMISSIONS_PROVISIONING" | "PREFER_UUID" | "ARM_SECURITY_EXTRACT" | "ARM_UTILIZATION_EXTRACT" | "ARM_CHANGELOG_EXTRACT" | "USES_UUID" | "APPLICATION_DISCOVERY" | "DELETE")[];
        Target: {
            id?: string;
            /** @enum {string|null} */
            type?: "APPLICATION" | "IDENTITY" | null;
            name?: string;
        } | null;
        TaskDefinitionSummary: {
            id: string;
            uniqueName: string;
            description: string | null;
            parentName: string;
            executor: string | null;
            arguments: {
                [key: string]: unknown;
            };
        };
        TaskResultDto: {
            /** @enum {string} */
            type?: "TASK_RESULT";
            id?: string;
            name?: string | null;
        };
        TaskReturnDetails: {
            name: string;
            attributeName: string;
        };
        TaskStatus: {
            id: string;
            /** @enum {string} */
            type: "QUARTZ" | "QPOC" | "QUEUED_TASK";
            uniqueName: string;
            description: string;
            parentName: string | null;
            /** @description Who started the task */
            launcher: string;
            target?: components["schemas"]["Target"];
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            modified: string | null;
            /**
             * Format: date-time
             * @description Null until the task has started
             */
            launched: string | null;
            /**
             * Format: date-time
             * @description Null while the task is running
             */
            completed: string | null;
            /**
             * @description Null while the task is running
             * @enum {string|null}
             */
            completionStatus: "SUCCESS" | "WARNING" | "ERROR" | "TERMINATED" | "TEMPERROR" | null;
            messages: components["schemas"]["TaskStatusMessage"][];
            returns: components["schemas"]["TaskReturnDetails"][];
            attributes: {
                [key: string]: unknown;
            };
            progress: string | null;
            percentComplete: number;
            taskDefinitionSummary?: components["schemas"]["TaskDefinitionSummary"];
        };
        TaskStatusMessage: {
            /** @enum {string} */
            type: "INFO" | "WARN" | "ERROR";
            localizedText: components["schemas"]["LocalizedMessage"];
            key: string;
            parameters: (Record<string, never> | string)[] | null;
        };
    };
    responses: {
        /** @description Accepted; the work goes on after the answer. */
        Accepted202: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Record<string, never>;
            };
        };
        /** @description The request cannot be understood or breaks a rule. */
        BadRequest400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The caller may not do this. */
        Forbidden403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The tenant failed. */
        InternalServerError500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description Done; there is nothing to send. */
        NoContent204: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no such thing. */
        NotFound404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description Too many requests; `Retry-After` says for how many seconds to wait. */
        TooManyRequests429: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    message?: string;
                };
            };
        };
        /** @description No valid token came along. */
        Unauthorized401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error?: string;
                };
            };
        };
    };
    parameters: {
        /** @description `default` goes by the criteria and leaves alone what was classified by hand; `ignoreManual` goes by the criteria for those too; `forceMachine` and `forceHuman` classify by hand. */
        ClassificationMode: "default" | "ignoreManual" | "forceMachine" | "forceHuman";
        /** @description Send the number of all matching rows in `X-Total-Count` */
        count: boolean;
        /** @description Rows per page, at most 250 */
        limit: number;
        /** @description Rows to skip */
        offset: number;
    };
    requestBodies: never;
    headers: {
        /** @description How many rows match, before limit and offset. Sent for `count=true`. */
        TotalCount: number;
        /** @description Seconds to wait before the next try. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
                /** @description SLIM leaves out what is repeated of the identity and the source; FULL where it is missing. */
                detailLevel?: "SLIM" | "FULL";
                /** @description Knows id, identityId, name, nativeIdentity, sourceId and identity.name (eq, in, sw); hasEntitlements, entitlements, uncorrelated, manuallyCorrelated, identity.correlated and source.authoritative (eq); origin, identity.identityState, source.displayableName and source.connectionType (eq, in); recommendation.method (eq, in, isnull); created and modified (eq, ge, gt, le, lt). */
                filters?: string;
                /** @description Knows id, identityId, name, nativeIdentity, sourceId, entitlements, manuallyCorrelated, origin, uuid, identity.name, identity.correlated, identity.identityState, source.displayableName, source.authoritative, source.connectionType, created and modified, comma-separated; `-` before a name turns the order round. */
                sorters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountAttributesCreate"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getAccount: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    putAccount: {
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
                "application/json": components["schemas"]["AccountAttributes"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    deleteAccount: {
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
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    updateAccount: {
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
                "application/json-patch+json": Record<string, never>[];
            };
        };
        responses: {
            202: components["responses"]["Accepted202"];
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getAccountEntitlements: {
        parameters: {
            query?: {
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    submitReloadAccount: {
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
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    enableAccount: {
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
                "application/json": components["schemas"]["AccountToggleRequest"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    disableAccount: {
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
                "application/json": components["schemas"]["AccountToggleRequest"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    unlockAccount: {
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
                "application/json": components["schemas"]["AccountUnlockRequest"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAsyncResult"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    deleteAccountAsync: {
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
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResultDto"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    sendClassifyMachineAccount: {
        parameters: {
            query?: {
                /** @description `default` goes by the criteria and leaves alone what was classified by hand; `ignoreManual` goes by the criteria for those too; `forceMachine` and `forceHuman` classify by hand. */
                classificationMode?: components["parameters"]["ClassificationMode"];
            };
            header: {
                /** @description Has to be `true`, as the operation may still change. Optional below the path `/accounts/v1`. */
                "X-SailPoint-Experimental": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @default false */
                        isMachine?: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getSearchAttributeConfig: {
        parameters: {
            query?: {
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAttributeConfig"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    createSearchAttributeConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchAttributeConfig"];
            };
        };
        responses: {
            202: components["responses"]["Accepted202"];
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getSingleSearchAttributeConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAttributeConfig"];
                };
            };
            204: components["responses"]["NoContent204"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    deleteSearchAttributeConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent204"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    patchSearchAttributeConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json-patch+json": components["schemas"]["JsonPatchOperation"][];
            };
        };
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAttributeConfig"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    enableAccountForIdentity: {
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
            202: components["responses"]["Accepted202"];
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    disableAccountForIdentity: {
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
            202: components["responses"]["Accepted202"];
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    enableAccountsForIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitiesAccountsBulkRequest"];
            };
        };
        responses: {
            /** @description A verdict for each id. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkIdentitiesAccountsResponse"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    disableAccountsForIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitiesAccountsBulkRequest"];
            };
        };
        responses: {
            /** @description A verdict for each id. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkIdentitiesAccountsResponse"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    listIdentities: {
        parameters: {
            query?: {
                /** @description Knows id (eq, in); name, alias, firstname, lastname and email (eq, sw); cloudStatus, processingState, correlated and protected (eq). */
                filters?: string;
                /** @description Knows name, alias and cloudStatus, comma-separated; `-` before a name turns the order round. */
                sorters?: string;
                /** @description NONE lists identities that stand only for an uncorrelated account, too. */
                defaultFilter?: "CORRELATED_ONLY" | "NONE";
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getIdentity: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
                /** @description Knows id, owner.id, status, created, modified, managementWorkgroup.id and connectionType (eq, ge, gt, in, le, lt, ne, isnull, sw); name (co, eq, in, sw, ge, gt, ne, isnull); type (eq, in, ge, gt, ne, isnull, sw); features (ca, co); description (eq, sw); authoritative (eq, ne, isnull); healthy (isnull); connectorName (eq, ge, gt, in, ne, isnull, sw); category (co, eq, ge, gt, in, le, lt, ne, sw). */
                filters?: string;
                /** @description Knows type, created, modified, name, owner.name, healthy, status, id, description, owner.id, accountCorrelationConfig.id, accountCorrelationConfig.name, managerCorrelationRule.type, managerCorrelationRule.id, managerCorrelationRule.name, authoritative, managementWorkgroup.id, connectorName and connectionType, comma-separated; `-` before a name turns the order round. */
                sorters?: string;
                /** @description Only the sources that this identity owns; `me` stands for the caller. */
                "for-subadmin"?: string;
                /** @description List the tenant's own source, which holds the log-in accounts, too. */
                includeIDNSource?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getSource: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    importAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                    disableOptimization?: string;
                };
            };
        };
        responses: {
            /** @description Accepted; the work goes on after the answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadAccountsTask"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getTaskStatusList: {
        parameters: {
            query?: {
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
                /** @description Knows id, sourceId, completionStatus and type (eq, in). A type may also be what the task does: CLOUD_ACCOUNT_AGGREGATION or ACCOUNT_DELETION. Below `/task-status/v1`, completionStatus knows isnull as well, and launcher eq and in. */
                filters?: string;
                /** @description Knows created, comma-separated; `-` before a name turns the order round. */
                sorters?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getTaskStatus: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    updateTaskStatus: {
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
                "application/json-patch+json": components["schemas"]["JsonPatchOperation"][];
            };
        };
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getEntitlement: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getPendingTasks: {
        parameters: {
            query?: {
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"][];
                };
            };
            204: components["responses"]["NoContent204"];
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getPendingTaskHeaders: {
        parameters: {
            query?: {
                /** @description Rows to skip */
                offset?: components["parameters"]["offset"];
                /** @description Rows per page, at most 250 */
                limit?: components["parameters"]["limit"];
                /** @description Send the number of all matching rows in `X-Total-Count` */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            204: components["responses"]["NoContent204"];
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getAccountAggregationStatus: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAggregationStatus"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getSourceSchemas: {
        parameters: {
            query?: {
                /** @description Only `group` is heeded: it leaves the account schema out. */
                "include-types"?: "group" | "user";
                /** @description The names of the schemas that are wanted, comma-separated. */
                "include-names"?: string;
            };
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schema"][];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
    getAuthUser: {
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
            /** @description Done; the answer is in the body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthUser"];
                };
            };
            400: components["responses"]["BadRequest400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            429: components["responses"]["TooManyRequests429"];
            500: components["responses"]["InternalServerError500"];
        };
    };
}
