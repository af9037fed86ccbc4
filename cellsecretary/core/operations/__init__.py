"""Every act of a user as a pure function: (record, context, input) to changes or a refusal."""
