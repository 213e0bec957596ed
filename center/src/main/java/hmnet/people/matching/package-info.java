/// Whether two charts are one person, decided from what hospitals wrote down (名寄せ).
@NullMarked
package hmnet.people.matching;

import org.jspecify.annotations.NullMarked;
