/// Receipts to the health insurers (レセプト電算 UKE): 医科, DPC, 歯科, 調剤, with what they tell of diagnoses,
/// medicines, injections and procedures, day by day.
@NullMarked
package hmnet.formats.uke;

import org.jspecify.annotations.NullMarked;
