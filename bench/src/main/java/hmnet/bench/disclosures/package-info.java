/// Answers that disclose, held against the audit log while centre and database are killed (開示と証跡の照合).
@NullMarked
package hmnet.bench.disclosures;

import org.jspecify.annotations.NullMarked;
