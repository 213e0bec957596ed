/// Cards, consents, relations and what they open (同意・カード).
@NullMarked
package hmnet.consent.decisions;

import org.jspecify.annotations.NullMarked;
