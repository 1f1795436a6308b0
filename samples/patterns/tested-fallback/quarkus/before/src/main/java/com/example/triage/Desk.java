package com.example.triage;

/** Where a letter goes. */
public enum Desk {
  BILLING,
  DELIVERY,
  GENERAL;

  static Desk byKeyword(String letter) {
    String text = letter.toLowerCase();
    if (text.contains("invoice")) {
      return BILLING;
    }
    return text.contains("parcel") ? DELIVERY : GENERAL;
  }
}
