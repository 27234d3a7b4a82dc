# The audit trail: what has been done and opened, the chain and the receipts.

event-opened = opened version { $version }
cli-event-opened = opened

cli-audit-seq = no.
cli-audit-at = when
cli-audit-who = who
cli-audit-what = what
cli-audit-about = case
cli-audit-version = version
cli-audit-origin = from where
cli-audit-text = text

audit-no-events = No events match.
audit-without-texts = Comments and recipients are left out: they belong to the cases, and those who do not read cases do not read them here.

audit-checked = { $n ->
    [one] One event has been computed again.
   *[other] { $shown } events have been computed again.
}
audit-late = { $n ->
    [one] One of them is from before the chain existed, and was linked afterwards, { $at }. What happened to it before then, the chain cannot say.
   *[other] { $shown } of them are from before the chain existed, and were linked afterwards, { $at }. What happened to them before then, the chain cannot say.
}
audit-more-breaks = { $n ->
    [one] – and in one more place.
   *[other] – and in { $shown } more places.
}
audit-holds = The chain holds. The last event is { $seq } with { $hash }
audit-no-anchor = Without an anchor (sfv audit anchor, kept somewhere else) it cannot be seen whether the end has been cut off or everything made anew.
audit-anchors-hold = The anchors stand where they should.
audit-event = event
audit-expected = expected:
audit-found = found:
audit-nothing = (nothing)
audit-break-changed = the content has been changed since it was written
audit-break-unlinked = does not follow from the event before it: one has been removed, inserted or moved
audit-break-unchained = has been inserted outside the program, without a link
audit-break-late-after-others = says that it was linked afterwards, but stands after events that were not
audit-break-content-changed = what was decided (figures, remarks or comment) has been changed since the decision
audit-break-missing = does not exist: the end of the log has been cut off
audit-break-other-than-anchor = is not the one the anchor names: the log has been made anew

audit-receipt-holds = The receipt for { $reference } belongs to the chain (event { $seq }).
audit-receipt-differs = The receipt for { $reference } does not hold (event { $seq }).
audit-receipt-undone = The decision has been undone.
audit-receipt-fields = These differ from the chain: { $fields }.

cli-broken-chain = What was to be proved does not hold.
cli-broken-chain-advice = Keep the database and the backups as they are, and tell whoever is responsible for information security.
cli-bad-proof = { $given } is not a receipt or an anchor that this program has made.
