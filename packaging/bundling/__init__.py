"""The parts that bundles are made of: what is fetched, trimmed, packed, signed and tried."""
