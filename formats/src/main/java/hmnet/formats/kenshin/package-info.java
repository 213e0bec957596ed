/// Check-ups of insurers (特定健診・後期高齢者健診): results, guidance, claims, index and summary in XML, the
/// archive, and the tables institutions send instead.
@NullMarked
package hmnet.formats.kenshin;

import org.jspecify.annotations.NullMarked;
