/// What may be seen: consents, cards, relations, decisions (同意).
@NullMarked
package hmnet.consent;

import org.jspecify.annotations.NullMarked;
