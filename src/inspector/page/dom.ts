type Child = Node | string | false | null | undefined;

type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element. Functions among the attributes listen to the event of their name. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child): child is Node | string => child !== false && child != null));
  return element;
}

/** Returns an element of the page by its id. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}

let count = 0;

/** Returns an id that no other element has. */
export function newId(): string {
  return `e${++count}`;
}

const shown = new WeakMap<Element, string>();

/**
 * Shows data in an element, unless it is what the element shows already: what does not change keeps its focus and its
 * scrolling.
 */
export function show(element: Element, data: unknown, render: () => readonly Child[]): void {
  const key = JSON.stringify(data);
  if (shown.get(element) === key) return;
  shown.set(element, key);
  element.replaceChildren(...render().filter((child): child is Node | string => child !== false && child != null));
}
