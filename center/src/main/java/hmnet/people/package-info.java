/// Who is who: patients, persons and their links. It has no page and knows no consent (名寄せ).
@NullMarked
package hmnet.people;

import org.jspecify.annotations.NullMarked;
