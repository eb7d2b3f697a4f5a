/** Copies the text of a field, and says so on the button. Where the browser has no clipboard, the text is selected. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement, button: HTMLElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Selected: copy it with the keyboard";
  }
}
