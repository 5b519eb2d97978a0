//! The tables as diesel sees them; `migrations/` makes them.
#![expect(missing_docs, reason = "the tables and columns are explained in migrations/")]

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    recipients (id) {
        id -> BigInt,
        address_hash -> Binary,
        domain_hash -> Binary,
        address -> Nullable<Text>,
        name -> Nullable<Text>,
        locale -> Nullable<Text>,
        time_zone -> Nullable<Text>,
        source -> Text,
        created_at -> BigInt,
        erased_at -> Nullable<BigInt>,
        weekly_cap -> Nullable<Integer>,
        zip -> Nullable<Text>,
        age_band -> Nullable<Text>,
        income_band -> Nullable<Text>,
        merged_into -> Nullable<BigInt>,
    }
}

diesel::table! {
    wordings (digest) {
        digest -> Binary,
        text -> Text,
    }
}

diesel::table! {
    ledger (seq) {
        seq -> BigInt,
        recipient_id -> Nullable<BigInt>,
        subject -> Nullable<Binary>,
        scope -> Text,
        decision -> Text,
        undoes -> Nullable<BigInt>,
        source -> Text,
        basis -> Text,
        happened_at -> BigInt,
        recorded_at -> BigInt,
        wording -> Nullable<Binary>,
        language -> Nullable<Text>,
        policy_version -> Integer,
        actor -> Text,
        request_id -> Text,
        campaign_id -> Nullable<BigInt>,
        evidence -> Nullable<Binary>,
        note -> Nullable<Text>,
        hash -> Binary,
        person -> Nullable<Binary>,
        holds -> Nullable<Text>,
    }
}

diesel::table! {
    ledger_head (id) {
        id -> Integer,
        seq -> BigInt,
        hash -> Binary,
        policy_version -> Integer,
        policy_since -> BigInt,
    }
}

diesel::table! {
    policies (version) {
        version -> Integer,
        published_at -> BigInt,
        effective_at -> BigInt,
        new_company -> Bool,
        new_partner -> Bool,
        opt_out_window -> BigInt,
        text -> Nullable<Text>,
        actor -> Text,
    }
}

diesel::table! {
    policy_summaries (version, language) {
        version -> Integer,
        language -> Text,
        summary -> Text,
    }
}

diesel::table! {
    evidence (seq) {
        seq -> BigInt,
        salt -> Binary,
        ip -> Text,
        user_agent -> Text,
        recorded_at -> BigInt,
    }
}

diesel::table! {
    suppressions (subject, scope, reason) {
        subject -> Binary,
        scope -> Text,
        reason -> Text,
        is_domain -> Bool,
        label -> Nullable<Text>,
        since -> BigInt,
        expires_at -> Nullable<BigInt>,
        actor -> Text,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    lifts (subject, scope, reason) {
        subject -> Binary,
        scope -> Text,
        reason -> Text,
    }
}

diesel::table! {
    relay_troubles (node_id, relay) {
        node_id -> BigInt,
        relay -> Text,
        said -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    signups (id) {
        id -> BigInt,
        address_hash -> Binary,
        address -> Nullable<Text>,
        name -> Nullable<Text>,
        language -> Text,
        wanted -> Text,
        source -> Text,
        asked_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        recipient_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    topics (id) {
        id -> BigInt,
        name -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    partners (id) {
        id -> BigInt,
        name -> Text,
        added_after -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    campaigns (id) {
        id -> BigInt,
        name -> Text,
        stream -> Text,
        topic_id -> Nullable<BigInt>,
        partner_id -> Nullable<BigInt>,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        state -> Text,
        created_at -> BigInt,
        paused_because -> Nullable<Text>,
        scheduled_at -> Nullable<BigInt>,
        send_window -> Nullable<Text>,
        started_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
        expand_after -> BigInt,
        expand_up_to -> BigInt,
        expanded -> Bool,
        audience -> BigInt,
        policy_version -> Nullable<Integer>,
    }
}

diesel::table! {
    deliveries (campaign_id, recipient_id, letter) {
        campaign_id -> BigInt,
        recipient_id -> BigInt,
        letter -> BigInt,
        state -> Integer,
        due_at -> Nullable<BigInt>,
        node_id -> Nullable<BigInt>,
        attempt -> Integer,
        reason -> Nullable<Text>,
        reply -> Nullable<Text>,
        rule -> Nullable<Integer>,
        entry -> Nullable<BigInt>,
        policy -> Nullable<Integer>,
        first_try_at -> Nullable<BigInt>,
        updated_at -> BigInt,
    }
}

diesel::table! {
    letters (id) {
        id -> BigInt,
        recipient_id -> BigInt,
        purpose -> Text,
        language -> Text,
        subject -> Text,
        content -> Nullable<Text>,
        other_address -> Nullable<Text>,
        other_hash -> Nullable<Binary>,
        other_domain_hash -> Nullable<Binary>,
        created_at -> BigInt,
        good_until -> BigInt,
    }
}

diesel::table! {
    requests (id) {
        id -> BigInt,
        recipient_id -> BigInt,
        action -> Text,
        details -> Nullable<Text>,
        language -> Text,
        created_at -> BigInt,
        done_at -> Nullable<BigInt>,
        other_hash -> Nullable<Binary>,
    }
}

diesel::table! {
    traces (id) {
        id -> BigInt,
        left_at -> BigInt,
    }
}

diesel::table! {
    throttles (name) {
        name -> Text,
        micro -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    nodes (id) {
        id -> BigInt,
        beat -> BigInt,
        dead -> Bool,
        started_at -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    campaigns,
    deliveries,
    ledger,
    letters,
    partners,
    recipients,
    suppressions,
    topics
);
