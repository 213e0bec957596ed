package hmnet.record.vault;

import javax.crypto.spec.SecretKeySpec;

/// The key under which one facility's records of one bucket of patients are sealed (データ鍵).
public record DataKey(int id, SecretKeySpec key) {}
