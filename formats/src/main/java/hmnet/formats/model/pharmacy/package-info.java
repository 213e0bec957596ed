/// What the formats of prescriptions and pharmacies have in common (処方・調剤): codes of drugs, what an
/// amount counts, QR codes in several parts, keys of slips.
@NullMarked
package hmnet.formats.model.pharmacy;

import org.jspecify.annotations.NullMarked;
