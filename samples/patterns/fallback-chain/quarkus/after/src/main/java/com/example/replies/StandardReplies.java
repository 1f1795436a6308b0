package com.example.replies;

/** What the desk answers when nobody can write a letter of its own. */
final class StandardReplies {
  private StandardReplies() {}

  static String matching(String letter) {
    String text = letter.toLowerCase();
    if (text.contains("return")) {
      return "You may send anything back within 30 days; the label is in your parcel.";
    }
    if (text.contains("invoice")) {
      return "Your invoices are in your account, under Orders.";
    }
    return "Thank you for your letter. Anna from our desk answers it today.";
  }
}
